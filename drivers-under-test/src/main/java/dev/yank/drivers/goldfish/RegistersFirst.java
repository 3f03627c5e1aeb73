package dev.yank.drivers.goldfish;

import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R12 and nothing else: the first of the five defects. The node is registered before the pipes it
/// opens have a place to go.
///
/// Source: own reading of `goldfish_pipe.c`, Linux kernel, 00ed905ab8e5.
///
/// The same mistake: CVE-2024-35977 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "goldfish-pipe-registers-first",
        device = "pipe",
        policy = GoldfishPipe.POLICY,
        breaks = "R12",
        summary = "The node is registered before what its pipes need is allocated.")
public final class RegistersFirst extends GoldfishPipe {

    @Override
    int goldfish_pipe_init(PlatformDevice pdev, PipeDev dev) {
        @Var int err = misc_register(dev.misc);
        if (err != 0) {
            return err;
        }
        err = alloc_pipes(dev);
        if (err == 0) {
            err = setup_irq(pdev, dev);
        }
        if (err != 0) {
            misc_deregister(dev.misc);
        }
        return err;
    }
}
