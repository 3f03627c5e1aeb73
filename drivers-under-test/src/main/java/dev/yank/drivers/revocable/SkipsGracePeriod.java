package dev.yank.drivers.revocable;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R26 and nothing else: revoking does not wait for those who have access, and devres takes the
/// registers away under them.
///
/// The same mistake: CVE-2025-38250 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "scratch-revocable-skips-grace-period",
        device = "scratch",
        policy = ScratchRevocable.POLICY,
        breaks = "R26",
        summary = "Revoking does not wait for those who have access.")
public final class SkipsGracePeriod extends ScratchRevocable {

    @Override
    void wait_for_access(Provider provider) {}
}
