package dev.yank.drivers.edu.gated;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R25 and nothing else: promises the order of the PCI howto (policy P6), and takes its node away before the
/// interrupt.
///
/// Source: kernel documentation, `PCI/pci`, G. Grundler, 2006.
@UnderTest(
        name = "edu-howto-unregisters-first",
        device = "edu",
        policy = EduHowto.HOWTO,
        breaks = "R25",
        summary = "Promises the order of the PCI howto and unregisters first.")
public final class EduHowtoUnregistersFirst extends EduUpperFirst {}
