package dev.yank.drivers.edu.gated;

import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.UnderTest;

/// Breaks K1 and nothing else: remove frees the interrupt and lets the device assert it on. Nobody calms a shared line
/// then, and the kernel switches it off for all who have it.
///
/// Source: kernel documentation, `PCI/pci`, G. Grundler, 2006, on screaming interrupts.
@UnderTest(
        name = "edu-intx-leaves-line",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "K1",
        summary = "The handler goes while the device may still assert the shared line.")
public final class EduIntxLeavesLine extends EduIntx {

    @Override
    void let_go_of_line(PciDev pdev) {}
}
