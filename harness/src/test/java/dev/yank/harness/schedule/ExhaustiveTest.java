package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.yank.harness.schedule.Exhaustive.Reduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Classes of executions counted by hand. A subject whose every step is a change of one place has as many
/// classes as orders; one whose steps never meet has one.
final class ExhaustiveTest {

    private static void twoByTwoAtOnePlace(Desk desk) {
        desk.spawnChanges("a", 1, 2);
        desk.spawnChanges("b", 1, 2);
    }

    /// Each task begins with a step that does nothing, so that without reduction there are 6!/(3!·3!) = 20
    /// schedules of two tasks with two changes each; but only 4!/(2!·2!) = 6 orders of the changes.
    @Test
    void changesOfOnePlaceHaveAllOrdersAndEachIsTakenOnce() {
        assertThat(words(Reduction.NONE, ExhaustiveTest::twoByTwoAtOnePlace)).hasSize(20);
        assertThat(words(Reduction.SOURCE_SETS, ExhaustiveTest::twoByTwoAtOnePlace))
                .containsExactlyInAnyOrder("aabb", "abab", "abba", "baab", "baba", "bbaa");
    }

    /// Three tasks with one change each at one place: 3! = 6. With two each: 6!/(2!·2!·2!) = 90.
    @Test
    void threeTasksAtOnePlaceHaveAllOrders() {
        assertThat(words(Reduction.SOURCE_SETS, writers(1))).hasSize(6).doesNotHaveDuplicates();
        assertThat(words(Reduction.SOURCE_SETS, writers(2))).hasSize(90).doesNotHaveDuplicates();
    }

    private static Consumer<Desk> writers(int times) {
        return desk -> List.of("a", "b", "c").forEach(letter -> desk.spawnChanges(letter, 1, times));
    }

    /// Without reduction: 2 tasks of 4 steps have 8!/(4!·4!) = 70 schedules.
    @Test
    void stepsAtDifferentPlacesHaveOneClass() {
        Consumer<Desk> subject = desk -> {
            desk.spawnChanges("a", 1, 3);
            desk.spawnChanges("b", 2, 3);
        };
        assertThat(words(Reduction.SOURCE_SETS, subject)).containsExactly("aaabbb");
        assertThat(words(Reduction.NONE, subject)).hasSize(70);
    }

    /// A writer and n readers: each reader comes before or after it, 2^n classes, however many orders the
    /// readers have among themselves.
    @Test
    void eachReaderComesBeforeOrAfterTheWriter() {
        for (int readers = 1; readers <= 5; readers++) {
            int count = readers;
            List<String> words = words(Reduction.SOURCE_SETS, desk -> {
                desk.spawnChanges("w", 1, 1);
                for (int i = 0; i < count; i++) {
                    desk.scheduler.spawn("r", () -> desk.look(1));
                }
            });
            assertThat(words).hasSize(1 << readers);
        }
    }

    /// Additions commute with each other, not with a look: before both, after either alone, after both.
    @Test
    void additionsCommuteButNotWithALook() {
        assertThat(words(Reduction.SOURCE_SETS, desk -> {
                    desk.scheduler.spawn("a", () -> desk.add(1));
                    desk.scheduler.spawn("b", () -> desk.add(1));
                }))
                .hasSize(1);
        assertThat(words(Reduction.SOURCE_SETS, desk -> {
                    desk.scheduler.spawn("a", () -> desk.add(1));
                    desk.scheduler.spawn("b", () -> desk.add(1));
                    desk.scheduler.spawn("c", () -> desk.look(1));
                }))
                .hasSize(4);
    }

    /// Two tasks lock and unlock. For each that is first: the other tries after it has unlocked, or before, and
    /// sleeps until then.
    @Test
    void aLockIsTriedWhileItIsHeldAndWhileItIsFree() {
        List<String> words = words(Reduction.SOURCE_SETS, desk -> {
            var lock = new Desk.Lock(desk, 1);
            for (String name : List.of("a", "b")) {
                desk.scheduler.spawn(name, () -> {
                    lock.lock();
                    desk.write(name);
                    lock.unlock();
                });
            }
        });
        assertThat(words).containsExactlyInAnyOrder("ab", "ab", "ba", "ba");
    }

    /// Two locks taken in opposite orders: some schedules end with both asleep.
    @Test
    void aDeadlockIsFound() {
        assertThat(words(Reduction.SOURCE_SETS, desk -> {
                    var one = new Desk.Lock(desk, 1);
                    var two = new Desk.Lock(desk, 2);
                    spawnNested(desk, "a", one, two);
                    spawnNested(desk, "b", two, one);
                }))
                .contains("ab", "ba", "!ab");
    }

    private static void spawnNested(Desk desk, String name, Desk.Lock outer, Desk.Lock inner) {
        desk.scheduler.spawn(name, () -> {
            outer.lock();
            inner.lock();
            desk.write(name);
            inner.unlock();
            outer.unlock();
        });
    }

    /// A sleeper that nobody wakes afterwards sleeps for ever. The waker finds it asleep, or does not.
    @Test
    void aWakeUpComesBeforeOrAfterTheSleep() {
        assertThat(words(Reduction.SOURCE_SETS, desk -> {
                    desk.scheduler.spawn("a", () -> {
                        desk.scheduler.block(Access.NOTHING);
                        desk.write("A");
                    });
                    desk.scheduler.spawn("b", () -> {
                        desk.scheduler.point(Access.NOTHING);
                        desk.scheduler.unblock(0);
                    });
                }))
                .containsExactlyInAnyOrder("A", "!a");
    }

    /// The child takes part from the moment it is added: it changes the place before or after its parent does
    /// again.
    @Test
    void aTaskTakesPartFromTheMomentItIsAdded() {
        assertThat(words(
                        Reduction.SOURCE_SETS,
                        desk -> desk.scheduler.spawn("parent", () -> {
                            desk.change(1);
                            desk.write("1");
                            desk.spawnChanges("c", 1, 1);
                            desk.change(1);
                            desk.write("2");
                        })))
                .containsExactlyInAnyOrder("1c2", "12c");
    }

    /// Each of two tasks stops the execution; their steps never meet, but what one finds hides what the other
    /// would.
    @Test
    void whatIsFoundFirstDoesNotHideTheRest() {
        assertThat(words(Reduction.SOURCE_SETS, desk -> {
                    for (String name : List.of("a", "b", "c")) {
                        desk.scheduler.spawn(name, () -> {
                            desk.change(name.charAt(0));
                            desk.write(name);
                            desk.scheduler.stop();
                        });
                    }
                }))
                .contains("a", "b", "c");
    }

    /// A task spins until another has done two things. It looks before the first, between them, after them;
    /// how often is bounded, because it may not go round a second time while the other could have gone.
    @Test
    void aSpinningTaskIsScheduledFairly() {
        Consumer<Desk> subject = desk -> {
            boolean[] there = {false};
            desk.scheduler.spawn("spinner", () -> {
                desk.look(1);
                while (!there[0]) {
                    desk.write("?");
                    desk.scheduler.relax();
                    desk.look(1);
                }
                desk.write("!");
            });
            desk.scheduler.spawn("other", () -> {
                desk.change(2);
                desk.write("a");
                desk.change(1);
                there[0] = true;
            });
        };
        var reduced = new Exhaustive(Reduction.SOURCE_SETS);
        Set<String> words = new TreeSet<>(words(reduced, subject));
        assertThat(words).contains("a!", "?a!", "??a?!").allMatch(word -> word.endsWith("!"));
        var all = new Exhaustive(Reduction.NONE);
        words(all, subject);
        assertThat(reduced.classes()).isEqualTo(all.classes());
        assertThat(reduced.executions()).isLessThan(all.executions());
    }

    /// As counted for the search that takes every schedule: 2, 6, 14, 18, 20 with 0 to 4 preemptions of two
    /// tasks of three pieces.
    @Test
    void aBoundOnSwitchesLeavesOutWhatNeedsMore() {
        int[] expected = {2, 6, 14, 18, 20, 20};
        for (int most = 0; most < expected.length; most++) {
            var search = new Exhaustive(most);
            assertThat(words(search, ExhaustiveTest::twoByTwoAtOnePlace))
                    .as("at most %d", most)
                    .hasSize(expected[most]);
            assertThat(search.executions()).isEqualTo(expected[most]);
        }
    }

    @Test
    void executionsAndClassesAreCounted() {
        var all = new Exhaustive(Reduction.NONE);
        words(all, ExhaustiveTest::twoByTwoAtOnePlace);
        assertThat(all.executions()).isEqualTo(20);
        assertThat(all.classes()).isEqualTo(6);
        assertThat(all.progress()).isEqualTo(1);
        var reduced = new Exhaustive(Reduction.SOURCE_SETS);
        words(reduced, ExhaustiveTest::twoByTwoAtOnePlace);
        assertThat(reduced.executions()).isEqualTo(6);
        assertThat(reduced.classes()).isEqualTo(6);
    }

    /// Half of the schedules of two alike tasks begin with either, so after the first half it says so.
    @Test
    void theShareThatIsOverGrowsToOne() {
        var search = new Exhaustive(Reduction.NONE);
        List<Double> shares = new ArrayList<>();
        while (!search.isExhausted()) {
            Desk.word(search, 0, ExhaustiveTest::twoByTwoAtOnePlace);
            shares.add(search.progress());
        }
        assertThat(shares).isSorted().hasSize(20).doesNotHaveDuplicates();
        assertThat(shares.get(9)).isEqualTo(0.5);
        assertThat(shares.getLast()).isEqualTo(1);
    }

    @Test
    void aSubjectThatDependsOnMoreThanTheScheduleIsRefused() {
        int[] executions = new int[1];
        assertThatIllegalStateException()
                .isThrownBy(() -> words(Reduction.SOURCE_SETS, desk -> {
                    desk.spawnChanges("a", 1, 2);
                    desk.spawnChanges("b", 1, 2);
                    if (executions[0]++ > 0) {
                        desk.spawnChanges("c", 1, 2);
                    }
                }))
                .withMessageStartingWith("Decision 0 is between other tasks than the last time");
    }

    private static List<String> words(Reduction reduction, Consumer<Desk> subject) {
        return words(new Exhaustive(reduction), subject);
    }

    private static List<String> words(Exhaustive search, Consumer<Desk> subject) {
        List<String> words = new ArrayList<>();
        while (!search.isExhausted()) {
            words.add(Desk.word(search, 0, subject));
        }
        words.removeIf(word -> word.equals("given up"));
        return words;
    }
}
