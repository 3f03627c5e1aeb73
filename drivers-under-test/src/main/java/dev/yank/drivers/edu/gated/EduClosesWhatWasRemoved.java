package dev.yank.drivers.edu.gated;

import static dev.yank.harness.kernel.PciDev.pci_iounmap;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R30 and nothing else: the last close takes down what remove has taken down already, because neither owns it.
/// In rpmsg_char it was the default endpoint, which the remote side's stop and the last close both destroyed.
///
/// Source: CVE-2022-50421, rpmsg: char: Avoid double destroy of default endpoint, 2022.
@UnderTest(
        name = "edu-gated-closes-what-was-removed",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R30",
        summary = "Unmaps the registers in remove and again at the last close.")
public final class EduClosesWhatWasRemoved extends EduGated {

    @Override
    void edu_free(Edu edu) {
        pci_iounmap(edu.pdev, edu.bar);
        super.edu_free(edu);
    }
}
