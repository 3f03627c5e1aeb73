package dev.yank.drivers.pl061.disconnect;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R21 and nothing else: does not wait until the calls that are inside have left.
///
/// The same mistake: CVE-2022-45886, CVE-2021-3573, CVE-2022-45885 (Linux kernel CVE records and
/// history, 2020 to 2026).
@UnderTest(
        name = "pl061-cdev-disconnect-skips-wait",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R21",
        summary = "remove does not wait for calls that are inside.")
public final class SkipsWait extends CdevDisconnect {

    @Override
    void wait_for_calls(State state) {}
}
