package dev.yank.drivers.pl061.gpiolib;

import static dev.yank.drivers.pl061.EventFifo.kfifo_get;
import static dev.yank.drivers.pl061.EventFifo.kfifo_is_empty_spinlocked;
import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Rcu.rcu_access_pointer;
import static dev.yank.harness.kernel.Rcu.rcu_assign_pointer;
import static dev.yank.harness.kernel.SrcuStruct.srcu_dereference;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_lock;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_unlock;
import static dev.yank.harness.kernel.SrcuStruct.synchronize_srcu;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import dev.yank.drivers.pl061.EventFifo;
import dev.yank.drivers.pl061.Pl061;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;

/// Breaks R29: gpiolib since Linux 6.9. `linereq_read` sleeps with SRCU held; `gpiochip_remove` waits for
/// it in `synchronize_srcu`, and would wake it afterwards.
///
/// Sources: `drivers/gpio/gpiolib.c` and `gpiolib-cdev.c`, Linux kernel 6.12, B. Golaszewski, 2024.
///
/// The same mistake: 02f6b0e1ec7e (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "pl061-gpiolib-srcu",
        device = "pl061",
        policy = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R29",
        summary = "gpiolib since 6.9: a read sleeps inside SRCU and remove waits for it before it wakes it.")
public final class GpiolibSrcu extends Pl061OnGpiolib {

    @Override
    FileOperations operations(GpioDevice gdev) {
        return new SleepsInside(gdev);
    }

    @Override
    void gpiochip_remove(GpioDevice gdev, AmbaDevice adev, Pl061 pl061) {
        gdev.chip = rcu_assign_pointer(null);
        synchronize_srcu(gdev.srcu);
        free_irq(adev.irq(), pl061);
        cdev_device_del(gdev.chrdev, gdev.dev);
        wake_up(gdev.wait);
        put_device(gdev.dev);
    }

    private static final class SleepsInside extends LineFops {

        SleepsInside(GpioDevice gdev) {
            super(gdev);
        }

        @Override
        public int read(File file, UserBuffer buffer) {
            int idx = srcu_read_lock(gdev.srcu);
            int ret = linereq_read(buffer);
            srcu_read_unlock(gdev.srcu, idx);
            return ret;
        }

        private int linereq_read(UserBuffer buffer) {
            while (srcu_dereference(gdev.chip, gdev.srcu) != null) {
                int line = kfifo_get(gdev.events);
                if (line != EventFifo.NONE) {
                    put_user(line, buffer);
                    return 1;
                }
                if (buffer.nowait()) {
                    return -Errno.EAGAIN;
                }
                wait_event_interruptible(
                        gdev.wait,
                        () -> rcu_access_pointer(gdev.chip) == null || !kfifo_is_empty_spinlocked(gdev.events));
            }
            return -Errno.ENODEV;
        }
    }
}
