package dev.yank.testdriver;

import dev.yank.harness.kernel.UnderTest;

/// Forgets the reference where the node cannot be registered.
@UnderTest(
        name = "test-goto-fail",
        device = "pl061",
        breaks = "R9",
        summary = "Forgets the reference where the node cannot be registered.")
public final class GotoFailChip extends QuietChip {

    @Override
    void putAfterFailedProbe(State state) {}
}
