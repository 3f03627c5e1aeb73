package dev.yank.drivers.edu.gated;

import static dev.yank.harness.kernel.PciDev.pci_iounmap;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R28 and nothing else: the registers stay mapped until the last file is closed.
@UnderTest(
        name = "edu-gated-releases-bar-late",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R28",
        summary = "Unmaps the registers at the last close instead of at unbind.")
public final class EduGatedReleasesBarLate extends EduGated {

    @Override
    void unmap_registers(Edu edu) {}

    @Override
    void edu_free(Edu edu) {
        pci_iounmap(edu.pdev, edu.bar);
        super.edu_free(edu);
    }
}
