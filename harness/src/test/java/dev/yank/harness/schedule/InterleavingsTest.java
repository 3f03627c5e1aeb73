package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Interleavings counted by hand: tasks write letters, and every schedule spells a word.
final class InterleavingsTest {

    private static final int STEP_LIMIT = 1_000;

    /// A scheduler and what its tasks write.
    private record Desk(Scheduler scheduler, StringBuilder word) {

        void write(String letter) {
            word.append(letter);
        }

        /// A task that writes `letter` a number of times, with a scheduling point between two.
        void spawnWriter(String letter, int times) {
            scheduler.spawn(letter, () -> {
                for (int i = 0; i < times; i++) {
                    if (i > 0) {
                        scheduler.point();
                    }
                    write(letter);
                }
            });
        }

        /// A task that writes `letter` a number of times, with a scheduling point before each.
        void spawnOperations(String letter, int times) {
            scheduler.spawn(letter, () -> {
                for (int i = 0; i < times; i++) {
                    scheduler.point();
                    write(letter);
                }
            });
        }
    }

    /// Two tasks of m and n pieces have (m+n)!/(m!·n!) interleavings, and each is another word.
    @Test
    void twoTasksInterleaveInAllWays() {
        assertThat(words(desk -> {
                    desk.spawnWriter("a", 2);
                    desk.spawnWriter("b", 2);
                }))
                .containsExactlyInAnyOrder("aabb", "abab", "abba", "baab", "baba", "bbaa");
        assertThat(words(desk -> {
                    desk.spawnWriter("a", 3);
                    desk.spawnWriter("b", 3);
                }))
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(words(desk -> {
                    desk.spawnWriter("a", 1);
                    desk.spawnWriter("b", 3);
                }))
                .containsExactlyInAnyOrder("abbb", "babb", "bbab", "bbba");
    }

    /// 6!/(2!·2!·2!) = 90.
    @Test
    void threeTasksInterleaveInAllWays() {
        assertThat(words(desk -> {
                    desk.spawnWriter("a", 2);
                    desk.spawnWriter("b", 2);
                    desk.spawnWriter("c", 2);
                }))
                .hasSize(90)
                .doesNotHaveDuplicates();
    }

    /// A point before each of n operations makes n+1 pieces, of which the first does nothing. Two tasks with
    /// 2 operations therefore have 6!/(3!·3!) = 20 schedules but 4!/(2!·2!) = 6 orders of operations; with 3
    /// operations, 8!/(4!·4!) = 70 and 6!/(3!·3!) = 20.
    @Test
    void aPointBeforeEachOperationLeavesNoOrderOut() {
        List<String> two = words(desk -> {
            desk.spawnOperations("a", 2);
            desk.spawnOperations("b", 2);
        });
        assertThat(two).hasSize(20);
        assertThat(new LinkedHashSet<>(two)).hasSize(6);
        List<String> three = words(desk -> {
            desk.spawnOperations("a", 3);
            desk.spawnOperations("b", 3);
        });
        assertThat(three).hasSize(70);
        assertThat(new LinkedHashSet<>(three)).hasSize(20);
    }

    /// Two tasks of three pieces. Without a preemption either goes first: 2. With one, at one of the two
    /// points of whoever goes first: 2·2 = 4 more. With two, the other is stopped too, at one of its two
    /// points: 2·2·2 = 8 more. With three, the first must have been stopped at its first point, and is again
    /// at its second: 2·2 = 4 more. With four, both are stopped at both points: 2 more, which makes 20.
    @Test
    void preemptionsAreCountedWhereATaskCouldHaveGoneOn() {
        int[] expected = {2, 6, 14, 18, 20, 20};
        for (int most = 0; most < expected.length; most++) {
            assertThat(words(most, desk -> {
                        desk.spawnWriter("a", 3);
                        desk.spawnWriter("b", 3);
                    }))
                    .as("at most %d preemptions", most)
                    .hasSize(expected[most])
                    .doesNotHaveDuplicates();
        }
    }

    /// Task a writes and sleeps; task b writes, wakes whoever sleeps, and after a point writes again. Where b
    /// begins, it wakes nobody: a sleeps for ever.
    @Test
    void aSleeperGoesOnOnceItIsWoken() {
        assertThat(words(desk -> {
                    desk.scheduler.spawn("a", () -> {
                        desk.write("a");
                        desk.scheduler.block();
                        desk.write("A");
                    });
                    desk.scheduler.spawn("b", () -> {
                        desk.write("b");
                        unblockAll(desk.scheduler);
                        desk.scheduler.point();
                        desk.write("B");
                    });
                }))
                .containsExactlyInAnyOrder("abAB", "abBA", "baB!a", "bBa!a");
    }

    /// Task a adds task b at its second point, so that b cannot come before.
    @Test
    void aTaskTakesPartFromTheMomentItIsAdded() {
        assertThat(words(desk -> desk.scheduler.spawn("a", () -> {
                    desk.write("1");
                    desk.scheduler.point();
                    desk.spawnWriter("b", 1);
                    desk.write("2");
                    desk.scheduler.point();
                    desk.write("3");
                })))
                .containsExactlyInAnyOrder("12b3", "123b");
    }

    /// The spinner looks, and where it does not see what it waits for the other goes; that it goes round once
    /// more counts as a preemption, of which one is allowed here.
    @Test
    void aSpinningTaskLetsTheOtherGo() {
        assertThat(words(1, desk -> {
                    boolean[] there = new boolean[1];
                    desk.scheduler.spawn("spinner", () -> {
                        while (!there[0]) {
                            desk.write("?");
                            desk.scheduler.relax();
                        }
                        desk.write("!");
                    });
                    desk.scheduler.spawn("other", () -> {
                        desk.write("a");
                        desk.scheduler.point();
                        desk.write("b");
                        there[0] = true;
                    });
                }))
                .containsExactlyInAnyOrder("?ab!", "?a?b!", "??ab!", "a?b!", "ab!");
    }

    @Test
    void aSubjectThatDependsOnMoreThanTheScheduleIsRefused() {
        int[] executions = new int[1];
        assertThatIllegalStateException()
                .isThrownBy(() -> words(desk -> {
                    desk.spawnWriter("a", 2);
                    desk.spawnWriter("b", 2);
                    if (executions[0]++ > 0) {
                        desk.spawnWriter("c", 2);
                    }
                }))
                .withMessageStartingWith("Decision 0 is between other tasks than the last time");
    }

    private static void unblockAll(Scheduler scheduler) {
        TaskSet asleep = scheduler.blocked();
        for (@Var int task = asleep.next(0); task >= 0; task = asleep.next(task + 1)) {
            scheduler.unblock(task);
        }
    }

    private static List<String> words(Consumer<Desk> subject) {
        return words(Integer.MAX_VALUE, subject);
    }

    /// The words of every schedule; a word ends in `!` and the names of the tasks that sleep for ever.
    private static List<String> words(int mostPreemptions, Consumer<Desk> subject) {
        List<String> words = new ArrayList<>();
        var every = new EverySchedule(mostPreemptions);
        while (every.hasNext()) {
            every.begin(0);
            var scheduler = new Scheduler(every, STEP_LIMIT);
            var desk = new Desk(scheduler, new StringBuilder());
            subject.accept(desk);
            assertThat(scheduler.run()).isEqualTo(Scheduler.Ending.QUIESCENT);
            every.end(scheduler.decisions());
            TaskSet asleep = scheduler.blocked();
            if (!asleep.isEmpty()) {
                desk.write("!");
            }
            for (@Var int task = asleep.next(0); task >= 0; task = asleep.next(task + 1)) {
                desk.write(scheduler.nameOf(task));
            }
            words.add(desk.word.toString());
        }
        return words;
    }
}
