package dev.yank.drivers.pl061.disconnect;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R20 and nothing else: calls that come after remove are told that all is well.
@UnderTest(
        name = "pl061-cdev-disconnect-live-after-remove",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R20",
        summary = "Calls after remove succeed and do nothing.")
public final class LiveAfterRemove extends CdevDisconnect {

    @Override
    int disconnected(File file) {
        return 0;
    }
}
