package dev.yank.drivers.pl061.gpiolib;

import static dev.yank.drivers.pl061.EventFifo.kfifo_is_empty_spinlocked;
import static dev.yank.drivers.pl061.LineIoctl.line_ioctl;
import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.SrcuStruct.srcu_dereference;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_lock;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_unlock;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.Pl061;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;

/// The file operations of gpiolib since Linux 6.9, all but read: each holds SRCU while it uses the chip.
///
/// Source: `drivers/gpio/gpiolib-cdev.c`, Linux kernel, K. Gibson and B. Golaszewski, 2020-2024.
abstract class LineFops implements FileOperations {

    final GpioDevice gdev;

    LineFops(GpioDevice gdev) {
        this.gdev = gdev;
    }

    @Override
    public final int open(Inode inode, File file) {
        @Var int ret = -Errno.ENODEV;
        int idx = srcu_read_lock(gdev.srcu);
        if (srcu_dereference(gdev.chip, gdev.srcu) != null) {
            get_device(gdev.dev);
            file.private_data = gdev;
            ret = 0;
        }
        srcu_read_unlock(gdev.srcu, idx);
        return ret;
    }

    @Override
    public final int release(Inode inode, File file) {
        put_device(gdev.dev);
        return 0;
    }

    @Override
    public final int ioctl(File file, int command, UserBuffer argument) {
        int idx = srcu_read_lock(gdev.srcu);
        Pl061 gc = srcu_dereference(gdev.chip, gdev.srcu);
        int ret = gc == null ? -Errno.ENODEV : line_ioctl(gc, gdev.config_mutex, command, argument);
        srcu_read_unlock(gdev.srcu, idx);
        return ret;
    }

    @Override
    public final int poll(File file) {
        @Var int events = Poll.EPOLLHUP | Poll.EPOLLERR;
        int idx = srcu_read_lock(gdev.srcu);
        if (srcu_dereference(gdev.chip, gdev.srcu) != null) {
            events = kfifo_is_empty_spinlocked(gdev.events) ? 0 : Poll.EPOLLIN;
        }
        srcu_read_unlock(gdev.srcu, idx);
        return events;
    }
}
