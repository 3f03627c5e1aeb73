package dev.yank.testdriver;

import dev.yank.harness.kernel.UnderTest;

/// Keeps the reference of the binding for ever.
@UnderTest(
        name = "test-leaky",
        device = "pl061",
        breaks = "R5",
        summary = "Keeps the reference of the binding for ever.")
public final class LeakyChip extends QuietChip {

    @Override
    void putInRemove(State state) {}
}
