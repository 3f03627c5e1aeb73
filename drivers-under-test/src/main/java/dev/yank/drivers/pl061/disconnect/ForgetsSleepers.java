package dev.yank.drivers.pl061.disconnect;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R22 and nothing else: leaves readers asleep: remove turns calls away and waits for those inside,
/// but wakes nobody.
@UnderTest(
        name = "pl061-cdev-disconnect-forgets-sleepers",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R22",
        summary = "remove does not wake readers that sleep, and waits for them.")
public final class ForgetsSleepers extends CdevDisconnect {

    @Override
    void wake_sleepers(State state) {}
}
