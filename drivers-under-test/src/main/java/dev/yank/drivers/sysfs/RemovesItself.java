package dev.yank.drivers.sysfs;

import static dev.yank.harness.kernel.Device.device_release_driver;
import static dev.yank.harness.kernel.DeviceAttribute.device_remove_file;

import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R29 and nothing else: `delete` removes its own file by the function that waits for whoever is inside, and so
/// waits
/// for itself.
///
/// Source: `drivers/base/core.c`, `device_remove_file_self()`, Linux kernel, T. Heo, 2014.
@UnderTest(
        name = "scratch-sysfs-removes-itself",
        device = "scratch",
        policy = ScratchAttributes.POLICY,
        operations = {"delete"},
        breaks = "R29",
        summary = "Its store waits until nobody is inside of it, itself included.")
public final class RemovesItself extends ScratchAttributes {

    @Override
    int delete_store(Device dev) {
        device_remove_file(dev, delete);
        device_release_driver(dev);
        return Integer.BYTES;
    }
}
