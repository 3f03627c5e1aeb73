package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import org.junit.jupiter.api.Test;

/// Seeds are 0, 1, 2, ... throughout, so that a count is the same in every run.
final class PosTest {

    private static final int SEEDS = 10_000;
    private static final TaskSet BOTH = TaskSet.of(0, 1);

    /// Task 0 is about to change a place; task 1 takes `steps` steps and then another. Counts the seeds with
    /// which task 0 waits for all of them.
    private static int waits(int steps, boolean conflict) {
        var pos = new Pos();
        @Var int waits = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            pos.begin(seed);
            pos.spawned(0, -1, 0);
            pos.spawned(1, -1, 0);
            pos.announced(0, Access.write(70, 0));
            @Var int done = 0;
            while (done < steps) {
                pos.announced(1, Access.write(70, conflict ? 0 : done + 1));
                if (pos.next(BOTH, 1, done) == 0) {
                    break;
                }
                done++;
            }
            waits += done == steps ? 1 : 0;
        }
        return waits;
    }

    /// The step of task 0 keeps its priority as long as nothing conflicts with it, so it waits for n others if
    /// it is the lowest of n + 1: 1/(n+1). For n = 9 that is 1000 of 10,000, with a standard deviation of 30; a
    /// random walk gives 2^-9, which is 20.
    @Test
    void aStepThatConflictsWithNothingWaitsForNOthersWithOneChanceInNPlusOne() {
        assertThat(waits(1, false)).isBetween(5000 - 4 * 50, 5000 + 4 * 50);
        assertThat(waits(9, false)).isBetween(1000 - 4 * 30, 1000 + 4 * 30);
        assertThat(waits(24, false)).isBetween(400 - 4 * 20, 400 + 4 * 20);
    }

    /// Where each conflicts with it, its priority is drawn anew each time: 2^-n. For n = 4 that is 625, with a
    /// standard deviation of 24.
    @Test
    void aStepThatConflictsIsDrawnAnew() {
        assertThat(waits(1, true)).isBetween(5000 - 4 * 50, 5000 + 4 * 50);
        assertThat(waits(4, true)).isBetween(625 - 4 * 24, 625 + 4 * 24);
        assertThat(waits(9, true)).isBetween(20 - 4 * 5, 20 + 4 * 5);
    }

    /// A task that spins stands aside once, whatever its priority is.
    @Test
    void aTaskThatSpinsStandsAsideOnce() {
        var pos = new Pos();
        @Var int first = 0;
        for (int seed = 0; seed < 1000; seed++) {
            pos.begin(seed);
            pos.spawned(0, -1, 0);
            pos.spawned(1, -1, 0);
            pos.relaxed(0);
            assertThat(pos.next(BOTH, 0, 0)).isEqualTo(1);
            pos.announced(1, Access.NOTHING);
            first += pos.next(BOTH, 1, 1) == 0 ? 1 : 0;
        }
        assertThat(first).isBetween(500 - 4 * 16, 500 + 4 * 16);
    }
}
