package dev.yank.drivers.pl061.disconnect;

import static dev.yank.harness.kernel.WaitQueueHead.wait_event;

import dev.yank.harness.kernel.UnderTest;

/// Breaks K2 and nothing else: remove waits for the calls that are inside by a plain look at their number,
/// without the lock under which it changes. Whoever executes one step after another never sees what a compiler
/// or a processor may make of that.
@UnderTest(
        name = "pl061-cdev-disconnect-counts-plainly",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "K2",
        summary = "remove reads the number of calls without the lock under which it changes.")
public final class CountsPlainly extends CdevDisconnect {

    @Override
    void wait_for_calls(State state) {
        CallGate gate = state.gate;
        wait_event(gate.idle, () -> gate.calls == 0);
    }
}
