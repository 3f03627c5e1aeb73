package dev.yank.harness.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The place of an oops is part of what makes two findings the same, so it must not get lost once the code is hot:
/// HotSpot then throws one exception without a stack over and over, unless told not to.
final class HotOopsTest {

    private static final int UNTIL_HOT = 300_000;

    private record Chip(@Nullable String name) {}

    @Test
    void everyNullPointerHasItsPlaceHoweverOftenItIsMet() {
        Chip chip = new Chip(null);
        @Var int placed = 0;
        for (int i = 0; i < UNTIL_HOT; i++) {
            placed += met(chip).getStackTrace().length > 0 ? 1 : 0;
        }
        assertThat(placed).isEqualTo(UNTIL_HOT);
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"}) // the null pointer is what this is about
    private static NullPointerException met(Chip chip) {
        try {
            throw new AssertionError("A name of " + chip.name().length() + " letters where there is none.");
        } catch (NullPointerException thrown) {
            return thrown;
        }
    }
}
