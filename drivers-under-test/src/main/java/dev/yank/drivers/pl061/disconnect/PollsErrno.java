package dev.yank.drivers.pl061.disconnect;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R32 and nothing else: poll gives an error number back as though it were a mask, as posix clocks did.
///
/// Source: `kernel/time/posix-clock.c`, Linux kernel, R. Cochran, 2011.
@UnderTest(
        name = "pl061-cdev-disconnect-polls-errno",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R32",
        summary = "poll answers -ENODEV, which is no mask.")
public final class PollsErrno extends CdevDisconnect {

    @Override
    int poll_disconnected() {
        return -Errno.ENODEV;
    }
}
