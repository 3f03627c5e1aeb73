package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// The walk is uniform over the orders of interesting steps, which Pearson's chi-square test says of its
/// frequencies. Seeds are fixed, so that the numbers are the same in every run.
final class SurwTest {

    private static final int EXPECTED_EACH = 400;

    private static void threeAndThree(Desk desk) {
        desk.spawnChanges("a", 1, 3);
        desk.spawnChanges("b", 1, 3);
    }

    /// 20 orders, 19 degrees of freedom: beyond 43.8 has a chance of 1 in 1000.
    @Test
    void twoTasksTakeAllOrdersAlike() {
        assertThat(chiSquare(new Surw(Surw.Weights.BY_TASK), 20, SurwTest::threeAndThree))
                .isLessThan(43.8);
    }

    /// The same subject under a random walk: some orders come four times as often as others.
    @Test
    void aRandomWalkDoesNot() {
        assertThat(chiSquare(new RandomWalk(), 20, SurwTest::threeAndThree)).isGreaterThan(1000);
    }

    /// 7!/(1!·2!·4!) = 105 orders, 104 degrees of freedom: beyond 155 has a chance of 1 in 1000.
    @Test
    void tasksWithDifferentNumbersOfStepsTakeAllOrdersAlike() {
        assertThat(chiSquare(new Surw(Surw.Weights.BY_TASK), 105, desk -> {
                    desk.spawnChanges("a", 1, 1);
                    desk.spawnChanges("b", 1, 2);
                    desk.spawnChanges("c", 1, 4);
                }))
                .isLessThan(155);
    }

    /// The parent takes a step, adds a child of two, and takes two more: 4!/(2!·2!) = 6 orders after the first,
    /// and another task takes its only step at one of 6 places in them: 36 orders, 35 degrees of freedom:
    /// beyond 66.6 has a chance of 1 in 1000.
    @Test
    void aTaskThatIsAddedLaterCountsFromTheBeginning() {
        assertThat(chiSquare(new Surw(Surw.Weights.BY_TASK), 36, desk -> {
                    desk.scheduler.spawn("p", () -> {
                        desk.change(1);
                        desk.write("p");
                        desk.spawnChanges("c", 1, 2);
                        for (int i = 0; i < 2; i++) {
                            desk.change(1);
                            desk.write("p");
                        }
                    });
                    desk.spawnChanges("x", 1, 1);
                }))
                .isLessThan(66.6);
    }

    /// Steps that do not meet lie between those that do, and make no difference to their orders.
    @Test
    void onlyTheStepsAtTheInterestingPlaceNeedToBeUniform() {
        var surw = new Surw(Surw.Weights.BY_TASK);
        @Var int uniform = 0;
        Map<String, Integer> counts = new TreeMap<>();
        for (int seed = 0; seed < 2_001; seed++) {
            String word = Desk.word(surw, seed, desk -> {
                for (String name : new String[] {"a", "b"}) {
                    desk.scheduler.spawn(name, () -> {
                        for (int i = 0; i < 10; i++) {
                            desk.change(name.charAt(0));
                        }
                        desk.change(1);
                        desk.write(name);
                    });
                }
            });
            if (seed > 0) {
                counts.merge(word, 1, Integer::sum);
                uniform++;
            }
        }
        assertThat(uniform).isEqualTo(2_000);
        // 1000 each, with a standard deviation of 22.
        assertThat(counts.get("ab")).isBetween(1000 - 4 * 22, 1000 + 4 * 22);
    }

    /// Nine tasks are alike and one is not, with one step each: by task it goes first in one of ten executions,
    /// by kind in one of two.
    @Test
    void tasksOfOneKindShareTheChanceOfOne() {
        // 200 and 1000 of 2000, with standard deviations of 13 and 22.
        assertThat(firstOf(new Surw(Surw.Weights.BY_TASK), SurwTest::nineAlike)).isBetween(200 - 4 * 13, 200 + 4 * 13);
        assertThat(firstOf(new Surw(Surw.Weights.BY_KIND), SurwTest::nineAlike))
                .isBetween(1000 - 4 * 22, 1000 + 4 * 22);
    }

    private static void nineAlike(Desk desk) {
        for (int i = 0; i < 9; i++) {
            desk.spawnChanges("a", 1, 1);
        }
        desk.scheduler.spawn("x", () -> {
            desk.look(1);
            desk.write("x");
        });
    }

    /// In how many of 2000 executions x went first.
    private static int firstOf(Strategy strategy, Consumer<Desk> subject) {
        Desk.word(strategy, -1, subject); // counts only
        @Var int first = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            first += Desk.word(strategy, seed, subject).startsWith("x") ? 1 : 0;
        }
        return first;
    }

    /// Where no two tasks are alike it is what it was.
    @Test
    void tasksThatAreAllUnlikeTakeAllOrdersAlikeByKindToo() {
        assertThat(chiSquare(new Surw(Surw.Weights.BY_KIND), 20, desk -> {
                    desk.spawnChanges("a", 1, 3);
                    desk.scheduler.spawn("b", () -> {
                        desk.change(2);
                        for (int i = 0; i < 3; i++) {
                            desk.change(1);
                            desk.write("b");
                        }
                    });
                }))
                .isLessThan(43.8);
    }

    private static double chiSquare(Strategy strategy, int orders, Consumer<Desk> subject) {
        Desk.word(strategy, -1, subject); // counts only
        Map<String, Integer> counts = new TreeMap<>();
        for (int seed = 0; seed < orders * EXPECTED_EACH; seed++) {
            counts.merge(Desk.word(strategy, seed, subject), 1, Integer::sum);
        }
        assertThat(counts.size()).isLessThanOrEqualTo(orders);
        @Var double sum = (orders - counts.size()) * (double) EXPECTED_EACH;
        for (int count : counts.values()) {
            sum += (count - EXPECTED_EACH) * (double) (count - EXPECTED_EACH) / EXPECTED_EACH;
        }
        return sum;
    }
}
