package dev.yank.drivers.goldfish;

import static dev.yank.harness.kernel.Irq.devm_request_irq;

import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: the third of the five defects. The interrupt is left to devres, and remove frees what
/// it
/// uses.
///
/// Source: own reading of `goldfish_pipe.c`, Linux kernel, 00ed905ab8e5.
@UnderTest(
        name = "goldfish-pipe-frees-under-irq",
        device = "pipe",
        policy = GoldfishPipe.POLICY,
        breaks = "R24",
        summary = "remove frees the pipes, and devres frees the interrupt afterwards.")
public final class FreesUnderIrq extends GoldfishPipe {

    @Override
    int setup_irq(PlatformDevice pdev, PipeDev dev) {
        return devm_request_irq(pdev.dev(), pdev.irq(), (_, _) -> interrupt(dev), "goldfish_pipe", dev);
    }

    @Override
    void stop_irq(PlatformDevice pdev, PipeDev dev) {}
}
