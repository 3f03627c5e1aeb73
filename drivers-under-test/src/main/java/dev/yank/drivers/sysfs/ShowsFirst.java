package dev.yank.drivers.sysfs;

import static dev.yank.harness.kernel.DeviceAttribute.device_create_file;
import static dev.yank.harness.kernel.DeviceAttribute.device_remove_file;
import static dev.yank.harness.kernel.Mutex.mutex_init;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R12 and nothing else: creates the attributes before the lock that their methods take is initialised.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, D. Vetter, 2021.
@UnderTest(
        name = "scratch-sysfs-shows-first",
        device = "scratch",
        policy = ScratchAttributes.POLICY,
        operations = {"delete"},
        breaks = "R12",
        summary = "Creates its attributes before their lock is made ready.")
public final class ShowsFirst extends ScratchAttributes {

    @Override
    int show_device(PlatformDevice pdev, Scratch scratch) {
        platform_set_drvdata(pdev, scratch);
        @Var int err = device_create_file(pdev.dev(), value);
        if (err != 0) {
            return err;
        }
        err = device_create_file(pdev.dev(), delete);
        if (err != 0) {
            device_remove_file(pdev.dev(), value);
            return err;
        }
        mutex_init(scratch.lock);
        return 0;
    }
}
