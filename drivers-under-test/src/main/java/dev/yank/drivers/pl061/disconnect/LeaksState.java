package dev.yank.drivers.pl061.disconnect;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R5 and nothing else: release forgets the reference that open took.
@UnderTest(
        name = "pl061-cdev-disconnect-leaks-state",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R5",
        summary = "The last close forgets to put the reference that open took.")
public final class LeaksState extends CdevDisconnect {

    @Override
    void put_at_release(State state) {}
}
