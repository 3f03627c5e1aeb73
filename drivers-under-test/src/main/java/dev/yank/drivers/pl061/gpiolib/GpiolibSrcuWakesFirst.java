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

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.EventFifo;
import dev.yank.drivers.pl061.Pl061;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;

/// Conforms: gpiolib as it is since Linux 6.9, but a read sleeps outside SRCU and looks again for the chip
/// when it wakes, and removal wakes sleepers before it waits.
@UnderTest(
        name = "pl061-gpiolib-srcu-wakes-first",
        device = "pl061",
        policy = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        summary = "gpiolib since 6.9, corrected: reads sleep outside SRCU, and remove wakes them before it waits.")
public final class GpiolibSrcuWakesFirst extends Pl061OnGpiolib {

    @Override
    FileOperations operations(GpioDevice gdev) {
        return new SleepsOutside(gdev);
    }

    @Override
    void gpiochip_remove(GpioDevice gdev, AmbaDevice adev, Pl061 pl061) {
        gdev.chip = rcu_assign_pointer(null);
        wake_up(gdev.wait);
        synchronize_srcu(gdev.srcu);
        free_irq(adev.irq(), pl061);
        cdev_device_del(gdev.chrdev, gdev.dev);
        put_device(gdev.dev);
    }

    private static final class SleepsOutside extends LineFops {

        SleepsOutside(GpioDevice gdev) {
            super(gdev);
        }

        @Override
        public int read(File file, UserBuffer buffer) {
            @Var int ret = linereq_read(buffer);
            while (ret == -Errno.EAGAIN && !buffer.nowait()) {
                wait_event_interruptible(
                        gdev.wait,
                        () -> rcu_access_pointer(gdev.chip) == null || !kfifo_is_empty_spinlocked(gdev.events));
                ret = linereq_read(buffer);
            }
            return ret;
        }

        private int linereq_read(UserBuffer buffer) {
            @Var int ret = -Errno.ENODEV;
            int idx = srcu_read_lock(gdev.srcu);
            if (srcu_dereference(gdev.chip, gdev.srcu) != null) {
                int line = kfifo_get(gdev.events);
                ret = line == EventFifo.NONE ? -Errno.EAGAIN : 1;
                put_user(line, buffer);
            }
            srcu_read_unlock(gdev.srcu, idx);
            return ret;
        }
    }
}
