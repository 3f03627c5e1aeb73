package dev.yank.drivers.edu.gated;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R23 and nothing else: frees the DMA buffer while the device may still be writing to it.
@UnderTest(
        name = "edu-gated-frees-dma-early",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R23",
        summary = "Frees the DMA buffer while a transfer may still run.")
public final class EduGatedFreesDmaEarly extends EduGated {

    /// The device is stopped when devres disables it, which is after the buffer was freed.
    @Override
    void stop_dma(Edu edu) {}
}
