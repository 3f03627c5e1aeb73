package dev.yank.drivers.pl061.disconnect;

import static dev.yank.harness.kernel.Kref.kref_get;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R1 and nothing else: open takes a reference on whatever the lookup finds, also on a state whose
/// last reference is gone and whose release is about to take it out of the lookup.
///
/// Source: `Documentation/core-api/kref.rst`, Linux kernel, C. Minyard and T. Hellstrom, 2004-2012.
///
/// The same mistake: CVE-2025-71074 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "pl061-cdev-disconnect-gets-from-zero",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R1",
        summary = "open revives a state whose last reference is gone.")
public final class GetsFromZero extends CdevDisconnect {

    @Override
    boolean get(State state) {
        kref_get(state.kref);
        return true;
    }
}
