package dev.yank.drivers.sysfs;

import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Device.device_release_driver;
import static dev.yank.harness.kernel.DeviceAttribute.device_remove_file;
import static dev.yank.harness.kernel.DeviceAttribute.device_remove_file_self;
import static dev.yank.harness.kernel.Errno.ENODEV;
import static dev.yank.harness.kernel.Iomem.iounmap;

import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R30 and nothing else: `delete` gives the registers back itself, and the unbinding that it then asks for gives
/// them
/// back once more.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, L. Walleij, 2021.
@UnderTest(
        name = "scratch-sysfs-tears-down-in-store",
        device = "scratch",
        policy = ScratchAttributes.POLICY,
        operations = {"delete"},
        breaks = "R30",
        summary = "The store gives the registers back, and so does the remove that it causes.")
public final class TearsDownInStore extends ScratchAttributes {

    @Override
    int delete_store(Device dev) {
        Scratch scratch = dev_get_drvdata(dev);
        if (!device_remove_file_self(dev, delete)) {
            return -ENODEV;
        }
        device_remove_file(dev, value);
        iounmap(scratch.base);
        device_release_driver(dev);
        return Integer.BYTES;
    }
}
