package dev.yank.drivers.scratch;

import static dev.yank.harness.kernel.Iomem.iounmap;

import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.ScopeGuard;

/// Breaks R18 and nothing else: an error path unmaps the registers, and so does the guard when the scope is
/// left.
///
/// The same mistake: CVE-2024-27043 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "scratch-rust-unmaps-twice",
        device = "scratch",
        policy = RustScratch.POLICY,
        breaks = "R18",
        summary = "A failed probe unmaps by hand what its scope guard unmaps too.")
public final class UnmapsTwice extends RustScratch {

    @Override
    int no_statistics(ScopeGuard<Iomem> unmap) {
        iounmap(unmap.get());
        return super.no_statistics(unmap);
    }
}
