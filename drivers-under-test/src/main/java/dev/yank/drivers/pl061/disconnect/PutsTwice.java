package dev.yank.drivers.pl061.disconnect;

import static dev.yank.harness.kernel.Device.put_device;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R2 and nothing else: remove puts the reference on the parent device that the state holds, and the
/// release of the state puts it again.
@UnderTest(
        name = "pl061-cdev-disconnect-puts-twice",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R2",
        summary = "remove puts the parent device, and the release of the state puts it again.")
public final class PutsTwice extends CdevDisconnect {

    @Override
    void put_in_remove(State state) {
        put_device(state.parent);
        put(state);
    }
}
