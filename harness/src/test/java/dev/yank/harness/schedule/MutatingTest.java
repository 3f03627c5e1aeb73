package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Seeds are 0, 1, 2, ... throughout, so that a count is the same in every run.
final class MutatingTest {

    /// Task b goes on as long as it comes right after each change of task a.
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
