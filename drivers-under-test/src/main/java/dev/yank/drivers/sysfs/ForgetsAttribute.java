package dev.yank.drivers.sysfs;

import static dev.yank.harness.kernel.DeviceAttribute.device_remove_file;

import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R25 and nothing else: remove forgets an attribute, which survives the driver and leads into it.
///
/// Source: CVE-2026-43181, gpio: sysfs: fix chip removal with GPIOs exported over sysfs, Linux kernel CVE team, 2026.
@UnderTest(
        name = "scratch-sysfs-forgets-attribute",
        device = "scratch",
        policy = ScratchAttributes.POLICY,
        operations = {"delete"},
        breaks = "R25",
        summary = "The attribute of the register survives the driver.")
public final class ForgetsAttribute extends ScratchAttributes {

    @Override
    void remove_files(Device dev, Scratch scratch) {
        device_remove_file(dev, delete);
    }
}
