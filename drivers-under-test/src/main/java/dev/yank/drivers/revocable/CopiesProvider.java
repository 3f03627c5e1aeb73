package dev.yank.drivers.revocable;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R34 and nothing else: the second version of the revocable. A consumer copies the pointer to the provider,
/// and takes no reference; the provider is freed when the device is unbound.
///
/// Source: Linux kernel, 377563ce0653, T. Shih, reverted by 21bab791346e, J. Hovold, 2026.
@UnderTest(
        name = "scratch-revocable-copies-provider",
        device = "scratch",
        policy = ScratchRevocable.POLICY,
        breaks = "R34",
        summary = "A consumer has a copy of the pointer to the provider and no reference.")
public final class CopiesProvider extends ScratchRevocable {

    @Override
    void consumer_init(Provider provider) {}

    @Override
    void consumer_free(Provider provider) {}
}
