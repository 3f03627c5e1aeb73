package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.errorprone.annotations.Var;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// Seeds are 0, 1, 2, ... throughout, so that a count is the same in every run; the odds say why it is what
/// it is.
final class PctTest {

    /// Figure 5 of the paper: a task that has many scheduling points must be over before one that has none
    /// looks. The depth is 1: the priorities drawn at the beginning decide.
    private static void longTaskMustEndFirst(Scheduler scheduler, boolean[] bug) {
        boolean[] over = new boolean[1];
        scheduler.spawn("long", () -> {
            for (int i = 0; i < 20; i++) {
                scheduler.point();
            }
            over[0] = true;
        });
        scheduler.spawn("short", () -> bug[0] = over[0]);
    }

    /// One chance in two with pct(1): 500 of 1000 executions, with a standard deviation of 16. The random
    /// walk must choose the long task at 21 decisions: one chance in 2^21 an execution.
    @Test
    void findsFigureFiveOfThePaperInHalfOfTheExecutions() {
        assertThat(hits(new Pct(1), 1000, PctTest::longTaskMustEndFirst)).isBetween(440, 560);
        assertThat(hits(new RandomWalk(), 1000, PctTest::longTaskMustEndFirst)).isZero();
    }

    /// A task opens a window for the time between two of its points, and the other must look just then. The
    /// depth is 2: the first must have run up to there and no further.
    private static BiConsumer<Scheduler, boolean[]> windowAt(int position, int length) {
        return (scheduler, bug) -> {
            boolean[] window = new boolean[1];
            scheduler.spawn("opener", () -> {
                for (int i = 0; i < length; i++) {
                    scheduler.point();
                    window[0] = i == position;
                }
            });
            scheduler.spawn("looker", () -> bug[0] = window[0]);
        };
    }

    /// The guarantee for n = 2 tasks, k decisions and depth d = 2 is 1/(n·k^(d-1)). Here it is reached
    /// exactly: the opener must have the higher priority (1/2) and lose it at one decision of k (1/k). Ten points
    /// and two beginnings are k = 12, that is 1/24: 833 of 20,000 executions, with a standard deviation of 28. Less
    /// than 833 - 4·28 = 721 has odds of 1 in 30,000, whatever place the window has.
    @Test
    void findsBugsOfDepthTwoAsOftenAsGuaranteed() {
        for (int position : new int[] {0, 4, 8}) {
            assertThat(hits(new Pct(2), 20_000, windowAt(position, 10)))
                    .as("window after point %d", position)
                    .isGreaterThan(721);
        }
    }

    /// The same for a subject of k = 81 decisions, which pct learns in the first execution in which the
    /// opener goes first: 20,000/(2·81) = 123 hits, with a standard deviation of 11. Were k taken to be
    /// 32, a window after the fortieth point would never be met.
    @Test
    void learnsHowLongExecutionsAre() {
        assertThat(hits(new Pct(2), 20_000, windowAt(40, 80))).isGreaterThan(123 - 4 * 11);
    }

    /// Without a change of priority whoever has the higher one runs to its end.
    @Test
    void missesBugsOfDepthTwoWithDepthOne() {
        assertThat(hits(new Pct(1), 5_000, windowAt(4, 10))).isZero();
    }

    /// Each of three tasks goes first in a third of the executions: 1000 of 3000, with a standard deviation
    /// of 26.
    @Test
    void drawsPrioritiesEvenly() {
        int[] first = new int[3];
        var pct = new Pct(1);
        for (int seed = 0; seed < 3000; seed++) {
            pct.begin(seed);
            first[pct.next(TaskSet.of(0, 1, 2), -1, 0)]++;
        }
        for (int times : first) {
            assertThat(times).isBetween(1000 - 4 * 26, 1000 + 4 * 26);
        }
    }

    /// In half of the executions the spinner has the highest priority.
    @Test
    void aSpinningTaskDoesNotStarveTheOthers() {
        for (int depth = 1; depth <= 3; depth++) {
            var pct = new Pct(depth);
            @Var int spun = 0;
            for (int seed = 0; seed < 500; seed++) {
                boolean[] there = new boolean[1];
                int[] rounds = new int[1];
                pct.begin(seed);
                var scheduler = new Scheduler(pct, 1_000);
                scheduler.spawn("spinner", () -> {
                    while (!there[0]) {
                        rounds[0]++;
                        scheduler.relax();
                    }
                });
                for (int i = 0; i < 3; i++) {
                    scheduler.spawn("worker", () -> {
                        scheduler.point();
                        there[0] = true;
                    });
                }
                assertThat(scheduler.run()).as("seed %d", seed).isEqualTo(Scheduler.Ending.QUIESCENT);
                pct.end(scheduler.decisions());
                spun += rounds[0] > 0 ? 1 : 0;
            }
            assertThat(spun).isPositive();
        }
    }

    /// Two tasks that wait for each other by turns: each must be left whenever it spins.
    @Test
    void tasksThatSpinByTurnsAllGetOn() {
        var pct = new Pct(3);
        for (int seed = 0; seed < 200; seed++) {
            int[] turn = new int[1];
            pct.begin(seed);
            var scheduler = new Scheduler(pct, 1_000);
            for (int task = 0; task < 3; task++) {
                int own = task;
                scheduler.spawn("task " + task, () -> {
                    for (int round = 0; round < 4; round++) {
                        while (turn[0] % 3 != own) {
                            scheduler.relax();
                        }
                        turn[0]++;
                    }
                });
            }
            assertThat(scheduler.run()).as("seed %d", seed).isEqualTo(Scheduler.Ending.QUIESCENT);
            pct.end(scheduler.decisions());
        }
    }

    @Test
    void refusesADepthOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pct(0))
                .withMessage("The depth of pct must be at least 1, but is 0.");
    }

    private static int hits(Strategy strategy, int executions, BiConsumer<Scheduler, boolean[]> subject) {
        @Var int hits = 0;
        for (int seed = 0; seed < executions; seed++) {
            boolean[] bug = new boolean[1];
            strategy.begin(seed);
            var scheduler = new Scheduler(strategy, 1_000);
            subject.accept(scheduler, bug);
            scheduler.run();
            strategy.end(scheduler.decisions());
            hits += bug[0] ? 1 : 0;
        }
        return hits;
    }
}
