package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Searches that take every schedule up to a bound, counted by hand.
final class BoundedSearchesTest {

    /// Two tasks of three pieces.
    private static void twoTasksOfThreePieces(Desk desk) {
        for (String letter : List.of("a", "b")) {
            desk.scheduler.spawn(letter, () -> {
                desk.write(letter);
                desk.change(1);
                desk.write(letter);
                desk.change(1);
                desk.write(letter);
            });
        }
    }

    /// 2, 6, 14, 18, 20 with 0 to 4 preemptions, as counted in InterleavingsTest.
    @Test
    void preemptionsAreAddedOneByOne() {
        int[] expected = {2, 6, 14, 18, 20, 20};
        for (int most = 0; most < expected.length; most++) {
            List<String> words = words(new PreemptionBounded(most));
            assertThat(words).as("at most %d", most).hasSize(expected[most]).doesNotHaveDuplicates();
            assertThat(words.subList(0, 2)).containsExactlyInAnyOrder("aaabbb", "bbbaaa");
        }
    }

    /// The fixed scheduler runs a, then b. One delay: b at the beginning, or a is left at one of its two
    /// points: 3 more. Two: b at the beginning and then left at one of its points, 2; a is left at one of its
    /// points and b at one of its, 4: 6 more. Three: b first and both left once, 4; a left at both points and
    /// b at one, 2: 6 more. Four: 3 more, five: 1 more, which makes 20.
    @Test
    void delaysAreAddedOneByOne() {
        int[] expected = {1, 4, 10, 16, 19, 20, 20};
        for (int most = 0; most < expected.length; most++) {
            List<String> words = words(new DelayBounded(most));
            assertThat(words).as("at most %d", most).hasSize(expected[most]).doesNotHaveDuplicates();
            assertThat(words.getFirst()).isEqualTo("aaabbb");
        }
    }

    /// Of three tasks of one piece, to let the last go first passes over two.
    @Test
    void aDelayPassesOverOneTask() {
        Consumer<Desk> three = desk -> List.of("a", "b", "c").forEach(letter -> desk.spawnChanges(letter, 1, 0));
        int[] expected = {1, 3, 5, 6};
        for (int most = 0; most < expected.length; most++) {
            assertThat(count(new DelayBounded(most), three)).isEqualTo(expected[most]);
        }
    }

    /// Going round once more is what costs where a task spins.
    @Test
    void aSpinningTaskLetsOthersGoForNothing() {
        Consumer<Desk> spinner = desk -> {
            boolean[] there = {false};
            desk.scheduler.spawn("spinner", () -> {
                while (!there[0]) {
                    desk.write("?");
                    desk.scheduler.relax();
                }
            });
            desk.scheduler.spawn("other", () -> there[0] = true);
        };
        assertThat(words(new PreemptionBounded(0), spinner)).containsExactlyInAnyOrder("?", "");
        assertThat(words(new PreemptionBounded(1), spinner)).containsExactlyInAnyOrder("?", "", "??");
        assertThat(words(new DelayBounded(1), spinner)).containsExactlyInAnyOrder("?", "", "??");
    }

    private static List<String> words(Strategy strategy) {
        return words(strategy, BoundedSearchesTest::twoTasksOfThreePieces);
    }

    private static List<String> words(Strategy strategy, Consumer<Desk> subject) {
        List<String> words = new ArrayList<>();
        while (!strategy.isExhausted()) {
            words.add(Desk.word(strategy, words.size(), subject));
        }
        return words;
    }

    private static int count(Strategy strategy, Consumer<Desk> subject) {
        return words(strategy, subject).size();
    }
}
