package dev.yank.drivers.pl061.disconnect;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R6 and nothing else: an open that finds the device disconnected fails and keeps its reference.
///
/// Source: the pattern of CVE-2024-26655, Linux kernel CVE records, 2024.
///
/// The same mistake: CVE-2026-64345 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "pl061-cdev-disconnect-open-forgets-put",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R6",
        summary = "An open that finds the device disconnected keeps its reference.")
public final class OpenForgetsPut extends CdevDisconnect {

    @Override
    void put_after_failed_open(State state) {}
}
