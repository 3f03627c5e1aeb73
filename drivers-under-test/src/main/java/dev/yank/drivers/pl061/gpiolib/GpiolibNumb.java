package dev.yank.drivers.pl061.gpiolib;

import static dev.yank.drivers.pl061.EventFifo.kfifo_get;
import static dev.yank.drivers.pl061.EventFifo.kfifo_is_empty_spinlocked;
import static dev.yank.drivers.pl061.LineIoctl.line_ioctl;
import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import dev.yank.drivers.pl061.EventFifo;
import dev.yank.drivers.pl061.Pl061;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;

/// Breaks R36: gpiolib from Linux 4.6 to 6.8. Removal leaves a numb gpio_device behind, whose operations
/// look whether the chip is still there and then use it, with nothing in between that would keep it. The
/// pointer is read and written plainly, as it was then, which is a data race (K2) besides.
///
/// Sources: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, L.
/// Walleij, 2021; `drivers/gpio/gpiolib.c`, Linux kernel 6.1; CVE-2022-50453.
///
/// The same mistake: d83cee3d2bb1, CVE-2026-64050 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "pl061-gpiolib-numb",
        device = "pl061",
        policy = "P1=OK-numb P2=numb-zero P3=nothing P4=calls P5=yes P8=drop",
        breaks = "R36",
        summary = "gpiolib 4.6 to 6.8: operations check that the chip is there, and then use it unguarded.")
public final class GpiolibNumb extends Pl061OnGpiolib {

    @Override
    FileOperations operations(GpioDevice gdev) {
        return new Fops(gdev);
    }

    @Override
    void gpiochip_remove(GpioDevice gdev, AmbaDevice adev, Pl061 pl061) {
        // Numb the device, cancelling all outstanding operations.
        gdev.chip = null;
        free_irq(adev.irq(), pl061);
        cdev_device_del(gdev.chrdev, gdev.dev);
        wake_up(gdev.wait);
        put_device(gdev.dev);
    }

    private record Fops(GpioDevice gdev) implements FileOperations {

        @Override
        public int open(Inode inode, File file) {
            if (gdev.chip == null) {
                return -Errno.ENODEV;
            }
            get_device(gdev.dev);
            file.private_data = gdev;
            return 0;
        }

        @Override
        public int release(Inode inode, File file) {
            put_device(gdev.dev);
            return 0;
        }

        @Override
        public int ioctl(File file, int command, UserBuffer argument) {
            if (gdev.chip == null) {
                return put_user(0, argument);
            }
            return line_ioctl(gdev.chip, gdev.config_mutex, command, argument);
        }

        @Override
        public int read(File file, UserBuffer buffer) {
            while (gdev.chip != null) {
                int line = kfifo_get(gdev.events);
                if (line != EventFifo.NONE) {
                    put_user(line, buffer);
                    return 1;
                }
                if (buffer.nowait()) {
                    return -Errno.EAGAIN;
                }
                wait_event_interruptible(gdev.wait, () -> gdev.chip == null || !kfifo_is_empty_spinlocked(gdev.events));
            }
            return 0;
        }

        @Override
        public int poll(File file) {
            return gdev.chip == null || kfifo_is_empty_spinlocked(gdev.events) ? 0 : Poll.EPOLLIN;
        }
    }
}
