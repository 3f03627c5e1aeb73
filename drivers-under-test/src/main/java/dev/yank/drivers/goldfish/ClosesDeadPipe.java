package dev.yank.drivers.goldfish;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R33 and nothing else: the fourth of the five defects. Closing a pipe tells the host, although the device is
/// gone.
///
/// Source: own reading of `goldfish_pipe.c`, Linux kernel, 00ed905ab8e5.
@UnderTest(
        name = "goldfish-pipe-closes-dead-pipe",
        device = "pipe",
        policy = GoldfishPipe.POLICY,
        breaks = "R33",
        summary = "release tells the host of the close, although the device is gone.")
public final class ClosesDeadPipe extends GoldfishPipe {

    @Override
    boolean tells_host_of_close(PipeDev dev) {
        return true;
    }
}
