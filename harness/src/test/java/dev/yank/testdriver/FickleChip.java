package dev.yank.testdriver;

import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;

import dev.yank.harness.kernel.UnderTest;

/// Does something else each time, by the identity hash that the text of an object shows.
@UnderTest(name = "test-fickle", device = "pl061", summary = "Does something else each time.")
public final class FickleChip extends QuietChip {

    private record Coin(QuietChip owner) {}

    @Override
    void putInRemove(State state) {
        int sides = new Coin(this).toString().hashCode() & 15;
        for (int i = 0; i < sides; i++) {
            state.gone = WRITE_ONCE(true);
        }
        put(state);
    }
}
