package dev.yank.drivers.scratch;

import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.ScopeGuard;

/// Breaks R18 and nothing else: as if by `mem::forget`, the scope of the guard is left without its
/// clean-up.
///
/// The same mistake: CVE-2026-45926, 0deeb4222dd1 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "scratch-rust-forgets-guard",
        device = "scratch",
        policy = RustScratch.POLICY,
        breaks = "R18",
        summary = "Nobody runs the clean-up of the scope guard when probe fails.")
public final class ForgetsGuard extends RustScratch {

    @Override
    void leave_scope(ScopeGuard<Iomem> unmap) {}
}
