package dev.yank.drivers.edu.gated;

import dev.yank.harness.kernel.UnderTest;

/// Conforms, and promises the order of the kernel's PCI howto (policy P6): interrupt, DMA, other subsystems, registers.
/// That others can still come in when the interrupt is gone, is what its gate is for.
///
/// Not final, because its twin makes the same promise and does not keep it.
///
/// Source: kernel documentation, `PCI/pci`, G. Grundler, 2006.
@UnderTest(
        name = "edu-howto",
        device = "edu",
        policy = EduHowto.HOWTO,
        summary = "Gated driver that promises the order of the PCI howto.")
public class EduHowto extends EduGated {

    static final String HOWTO = EduGated.POLICY + " P6=pci-howto";
}
