package dev.yank.drivers.goldfish;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R22 and nothing else: the fifth of the five defects. Who waits for the host when the device goes waits for
/// ever.
///
/// Source: own reading of `goldfish_pipe.c`, Linux kernel, 00ed905ab8e5.
@UnderTest(
        name = "goldfish-pipe-lets-readers-sleep",
        device = "pipe",
        policy = GoldfishPipe.POLICY,
        breaks = "R22",
        summary = "remove does not wake readers that wait for the host.")
public final class LetsSleep extends GoldfishPipe {

    @Override
    void wake_readers(PipeDev dev) {}
}
