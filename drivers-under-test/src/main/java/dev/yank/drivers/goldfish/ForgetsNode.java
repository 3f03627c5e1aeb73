package dev.yank.drivers.goldfish;

import static dev.yank.harness.kernel.Miscdevice.misc_register;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R9: the second of the five defects. Where the pipes cannot be allocated, the node that was registered before
/// them stays. (It is registered before them, which is the first defect.)
///
/// Source: own reading of `goldfish_pipe.c`, Linux kernel, 00ed905ab8e5.
@UnderTest(
        name = "goldfish-pipe-forgets-node",
        device = "pipe",
        policy = GoldfishPipe.POLICY,
        breaks = "R9",
        summary = "Where the pipes cannot be allocated, the node stays registered.")
public final class ForgetsNode extends GoldfishPipe {

    @Override
    int goldfish_pipe_init(PlatformDevice pdev, PipeDev dev) {
        @Var int err = misc_register(dev.misc);
        if (err == 0) {
            err = alloc_pipes(dev);
        }
        return err != 0 ? err : setup_irq(pdev, dev);
    }
}
