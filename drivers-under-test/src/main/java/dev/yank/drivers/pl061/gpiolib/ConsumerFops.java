package dev.yank.drivers.pl061.gpiolib;

import static dev.yank.drivers.pl061.LineIoctl.line_ioctl;
import static dev.yank.drivers.pl061.gpiolib.GpioDesc.chip;
import static dev.yank.drivers.pl061.gpiolib.GpioDesc.chip_get;
import static dev.yank.drivers.pl061.gpiolib.GpioDesc.chip_put;
import static dev.yank.drivers.pl061.gpiolib.GpioDesc.gpiod_get;
import static dev.yank.drivers.pl061.gpiolib.GpioDesc.gpiod_put;

import dev.yank.drivers.pl061.Pl061;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// The files of a driver that consumes lines of a chip, as an LED or a bit-banged bus does: each has a descriptor, and
/// answers what gpiolib tells it.
///
/// @param driver what the twins do differently
/// @param gdev where the lines are
record ConsumerFops(GpiodConsumer driver, GpioDevice gdev) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        GpioDesc desc = gpiod_get(gdev);
        if (desc == null) {
            return -Errno.ENOMEM;
        }
        int idx = chip_get(desc);
        boolean there = chip(desc) != null;
        desc.seen = chip(desc);
        chip_put(desc, idx);
        if (!there) {
            gpiod_put(desc);
            return -Errno.ENODEV;
        }
        file.private_data = desc;
        return 0;
    }

    @Override
    public int release(Inode inode, File file) {
        gpiod_put(descOf(file));
        return 0;
    }

    /// `gpiod_get_value()`, `gpiod_set_value()`, `gpiod_direction_…()`.
    @Override
    public int ioctl(File file, int command, UserBuffer argument) {
        GpioDesc desc = descOf(file);
        int idx = chip_get(desc);
        Pl061 gc = driver.chip_of(desc);
        int ret = gc == null ? -Errno.ENODEV : line_ioctl(gc, desc.gdev.config_mutex, command, argument);
        chip_put(desc, idx);
        return ret;
    }

    @Override
    public int poll(File file) {
        GpioDesc desc = descOf(file);
        int idx = chip_get(desc);
        boolean there = chip(desc) != null;
        chip_put(desc, idx);
        return there ? 0 : Poll.EPOLLHUP | Poll.EPOLLERR;
    }

    private static GpioDesc descOf(File file) {
        return (GpioDesc) Objects.requireNonNull(file.private_data);
    }
}
