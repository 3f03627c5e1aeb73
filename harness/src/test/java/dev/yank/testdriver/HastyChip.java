package dev.yank.testdriver;

import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Slab.kfree;

import dev.yank.harness.kernel.UnderTest;

/// Frees in remove what open files still use.
@UnderTest(
        name = "test-hasty",
        device = "pl061",
        breaks = "R34",
        summary = "Frees in remove what open files still use.")
public final class HastyChip extends QuietChip {

    @Override
    void putInRemove(State state) {
        kfree(state);
    }

    @Override
    void putAtRelease(State state) {
        boolean gone = READ_ONCE(state.gone);
        if (!gone) {
            put(state);
        }
    }
}
