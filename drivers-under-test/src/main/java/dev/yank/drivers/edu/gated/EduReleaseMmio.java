package dev.yank.drivers.edu.gated;

import static dev.yank.drivers.edu.EduRegisters.EDU_STATUS;
import static dev.yank.harness.kernel.Iomem.writel;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R33 and nothing else: release switches the factorial interrupt off, whether or not the device is
/// still there.
///
/// The same mistake: CVE-2025-38064, CVE-2024-57844 (Linux kernel CVE records and history, 2020 to
/// 2026).
@UnderTest(
        name = "edu-release-mmio",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R33",
        summary = "Writes a register in release, after the device was removed.")
public final class EduReleaseMmio extends EduGated {

    @Override
    public int release(Inode inode, File file) {
        if (file.private_data instanceof Edu edu) {
            writel(0, edu.bar, EDU_STATUS);
        }
        return super.release(inode, file);
    }
}
