package dev.yank.drivers.pl061.disconnect;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R9 and nothing else: where the interrupt cannot be had, the error path jumps past the put of the
/// state.
@UnderTest(
        name = "pl061-cdev-disconnect-goto-fail",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R9",
        summary = "The error path of request_irq forgets the state.")
public final class GotoFail extends CdevDisconnect {

    @Override
    void put_after_failed_irq(State state) {}
}
