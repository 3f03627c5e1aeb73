package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Seeds are 0, 1, 2, ... throughout, so that a count is the same in every run.
final class MutatingTest {

    /// A bug behind three switches, each of which shows something new: task a must be stopped after its first,
    /// second and third change, each time by a look of task b.
    private static void stairs(Desk desk) {
        int[] height = new int[1];
        desk.scheduler.spawn("a", () -> {
            for (int i = 1; i <= 8; i++) {
                desk.change(1);
                height[0] = i;
            }
        });
        desk.scheduler.spawn("b", () -> {
            for (int i = 1; i <= 4; i++) {
                desk.look(1);
                if (height[0] != i) {
                    return;
                }
                desk.change(1 + i);
            }
            desk.write("!");
        });
    }

    /// What was new is built upon, so that the bug is met more often than by chance.
    @Test
    void whatWasNewIsBuiltUpon() {
        int mutating = meetings(Mutating::new, 400);
        int random = meetings(RandomWalk::new, 400);
        assertThat(mutating).isGreaterThan(2 * random + 5);
    }

    private static int meetings(Supplier<Strategy> strategies, int trials) {
        @Var int met = 0;
        for (int trial = 0; trial < trials; trial++) {
            Strategy strategy = strategies.get();
            for (int seed = 0; seed < 60; seed++) {
                if (Desk.word(strategy, SplitMix.derive(trial, seed), MutatingTest::stairs)
                        .equals("!")) {
                    met++;
                    break;
                }
            }
        }
        return met;
    }

    /// Two tasks with two changes of one place have six orders, all of which it meets.
    @Test
    void allOrdersOfASmallSubjectAreMet() {
        Consumer<Desk> subject = desk -> {
            desk.spawnChanges("a", 1, 2);
            desk.spawnChanges("b", 1, 2);
        };
        Set<String> words = new LinkedHashSet<>();
        var mutating = new Mutating();
        for (int seed = 0; seed < 200; seed++) {
            words.add(Desk.word(mutating, seed, subject));
        }
        assertThat(words).containsExactlyInAnyOrder("aabb", "abab", "abba", "baab", "baba", "bbaa");
    }

    /// The same seeds give the same executions.
    @Test
    void itDependsOnNothingButItsSeeds() {
        var one = new Mutating();
        var other = new Mutating();
        for (int seed = 0; seed < 100; seed++) {
            assertThat(Desk.word(one, seed, MutatingTest::stairs))
                    .isEqualTo(Desk.word(other, seed, MutatingTest::stairs));
        }
    }
}
