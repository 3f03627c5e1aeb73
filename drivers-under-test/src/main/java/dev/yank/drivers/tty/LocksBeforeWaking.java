package dev.yank.drivers.tty;

import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R29 and nothing else: hanging up waits for the line discipline first and wakes its readers then.
///
/// Source: `drivers/tty/tty_ldisc.c`, Linux kernel, A. Cox, 2009: the order that `tty_ldisc_hangup()` keeps.
@UnderTest(
        name = "pipe-tty-locks-before-waking",
        device = "pipe",
        policy = ChannelTty.POLICY,
        breaks = "R29",
        summary = "A hang-up waits for readers of the line discipline before it wakes them.")
public final class LocksBeforeWaking extends ChannelTty {

    @Override
    void tty_ldisc_hangup(TtyStruct tty) {
        tty_ldisc_lock(tty);
        wake_up(tty.port.wake_queue);
    }
}
