package dev.yank.drivers.tty;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R5 and nothing else: the operations of a line that is dead have no release, so that nobody ever puts what
/// open has taken.
///
/// Source: `drivers/tty/tty_io.c`, Linux kernel, T. Ts'o, 1993: what `hung_up_tty_fops` has `tty_release` for.
@UnderTest(
        name = "pipe-tty-forgets-release",
        device = "pipe",
        policy = ChannelTty.POLICY,
        breaks = "R5",
        summary = "The operations of a hung-up terminal release nothing.")
public final class ForgetsRelease extends ChannelTty {

    @Override
    int release_hung_up(File file) {
        return 0;
    }
}
