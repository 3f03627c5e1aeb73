package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.schedule.Exhaustive.Reduction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/// Partial-order reduction leaves nothing out: whatever a small program can come to under some schedule, it
/// comes to under one that the reduced search takes; and each class is taken.
final class ExhaustivePropertiesTest {

    private static final int MOST_SCHEDULES = 30_000;
    private static final int STEP_LIMIT = 200;
    private static final int VARIABLES = 2;

    /// What a task does next.
    enum What {
        READ,
        WRITE,
        ADD,
        LOCK,
        UNLOCK,
        SLEEP,
        WAKE,
        SPIN,
        SPAWN,
        FIND,
        UNKNOWN
    }

    /// One step, at variable or lock number `place`.
    record Action(What what, int place) {}

    /// One execution of a program, and what it comes to.
    private static final class World {
        final Scheduler scheduler;
        final int[] values = new int[VARIABLES];
        final int[] owners = new int[VARIABLES];
        final TaskSet[] waiters = new TaskSet[VARIABLES];
        final TaskSet[] sleepers = new TaskSet[VARIABLES];
        final int[] wakings = new int[VARIABLES];
        final List<StringBuilder> logs = new ArrayList<>();

        @Var
        String found = "";

        World(Strategy strategy) {
            this.scheduler = new Scheduler(strategy, STEP_LIMIT);
            Arrays.setAll(waiters, _ -> new TaskSet());
            Arrays.setAll(sleepers, _ -> new TaskSet());
        }

        void spawn(String name, List<Action> actions) {
            var log = new StringBuilder(name).append(':');
            logs.add(log);
            scheduler.spawn(name, () -> {
                @Var int children = 0;
                for (Action action : actions) {
                    if (action.what == What.SPAWN) {
                        spawn(name + children++, List.of(new Action(What.READ, 0), new Action(What.WRITE, 0)));
                    } else {
                        act(action, name, log);
                    }
                }
            });
        }

        private void act(Action action, String name, StringBuilder log) {
            int place = action.place;
            switch (action.what) {
                case READ -> {
                    scheduler.point(Access.read(40, place));
                    log.append(values[place]);
                }
                case WRITE -> {
                    scheduler.point(Access.write(40, place));
                    values[place] = values[place] * 3 + name.charAt(0) - '`';
                }
                case ADD -> {
                    scheduler.point(Access.add(40, place));
                    values[place] += 100;
                }
                case UNKNOWN -> {
                    scheduler.point();
                    values[0] += values[1] + 1;
                    log.append(values[0]);
                }
                case LOCK -> lock(place);
                case UNLOCK -> unlock(place);
                case SLEEP -> {
                    scheduler.point(Access.write(42, place));
                    int before = wakings[place];
                    sleepers[place].add(scheduler.current());
                    scheduler.point(Access.write(42, place));
                    if (wakings[place] == before) {
                        scheduler.block(Access.write(42, place));
                    }
                }
                case WAKE -> {
                    scheduler.point(Access.write(42, place));
                    wakings[place]++;
                    unblock(sleepers[place]);
                }
                case SPIN -> spin(place, log);
                case FIND -> {
                    scheduler.point(Access.read(40, place));
                    if (values[place] % 2 == 1) {
                        found = name + " finds " + values[place];
                        scheduler.stop();
                    }
                }
                case SPAWN -> throw new IllegalStateException();
            }
        }

        /// Waits until the variable is changed, and gives up after three rounds.
        private void spin(int place, StringBuilder log) {
            scheduler.point(Access.read(40, place));
            int before = values[place];
            for (int rounds = 0; rounds < 3 && values[place] == before; rounds++) {
                log.append('~');
                scheduler.relax();
                scheduler.point(Access.read(40, place));
            }
        }

        private void lock(int place) {
            scheduler.point(Access.write(41, place));
            while (owners[place] != 0) {
                waiters[place].add(scheduler.current());
                scheduler.block(Access.write(41, place));
            }
            owners[place] = 1;
        }

        private void unlock(int place) {
            scheduler.point(Access.write(41, place));
            owners[place] = 0;
            unblock(waiters[place]);
        }

        private void unblock(TaskSet asleep) {
            for (@Var int task = asleep.next(0); task >= 0; task = asleep.next(task + 1)) {
                scheduler.unblock(task);
            }
            asleep.clear();
        }

        String outcome() {
            List<String> ends = new ArrayList<>();
            logs.forEach(log -> ends.add(log.toString()));
            TaskSet asleep = scheduler.blocked();
            for (@Var int task = asleep.next(0); task >= 0; task = asleep.next(task + 1)) {
                ends.add(scheduler.nameOf(task) + " asleep");
            }
            ends.sort(null);
            return Arrays.toString(values) + ends;
        }
    }

    /// What all executions of a search came to.
    private record Sum(Set<String> outcomes, Set<String> findings, long executions, long classes, boolean complete) {

        static Sum of(Reduction reduction, List<List<Action>> program) {
            var search = new Exhaustive(reduction);
            Set<String> outcomes = new TreeSet<>();
            Set<String> findings = new TreeSet<>();
            while (!search.isExhausted() && search.executions() < MOST_SCHEDULES) {
                search.begin(0);
                var world = new World(search);
                for (int i = 0; i < program.size(); i++) {
                    world.spawn(String.valueOf((char) ('a' + i)), program.get(i));
                }
                switch (world.scheduler.run()) {
                    case QUIESCENT -> outcomes.add(world.outcome());
                    case STOPPED -> findings.add(world.found);
                    case STEP_LIMIT -> outcomes.add("spins for ever");
                    case ABANDONED -> {}
                }
                search.end(world.scheduler.decisions());
            }
            return new Sum(outcomes, findings, search.executions(), search.classes(), search.isExhausted());
        }
    }

    /// Memory, locks, additions, steps about which nothing is known.
    @Provide
    Arbitrary<List<List<Action>>> programs() {
        return programsOf(Arbitraries.frequency(
                Tuple.of(4, What.READ),
                Tuple.of(4, What.WRITE),
                Tuple.of(2, What.ADD),
                Tuple.of(2, What.LOCK),
                Tuple.of(1, What.UNKNOWN)));
    }

    /// The same with sleeping and waking, tasks that are added, and spinning.
    @Provide
    Arbitrary<List<List<Action>>> programsThatWait() {
        return programsOf(Arbitraries.frequency(
                Tuple.of(3, What.READ),
                Tuple.of(3, What.WRITE),
                Tuple.of(2, What.SLEEP),
                Tuple.of(3, What.WAKE),
                Tuple.of(1, What.LOCK),
                Tuple.of(1, What.SPAWN)));
    }

    @Provide
    Arbitrary<List<List<Action>>> programsThatSpin() {
        return programsOf(
                Arbitraries.frequency(Tuple.of(3, What.READ), Tuple.of(4, What.WRITE), Tuple.of(3, What.SPIN)));
    }

    @Provide
    Arbitrary<List<List<Action>>> programsThatFind() {
        return programsOf(Arbitraries.frequency(
                Tuple.of(2, What.READ), Tuple.of(4, What.WRITE), Tuple.of(2, What.ADD), Tuple.of(3, What.FIND)));
    }

    private static Arbitrary<List<List<Action>>> programsOf(Arbitrary<What> whats) {
        Arbitrary<List<Action>> task = whats.flatMap(
                        what -> Arbitraries.integers().between(0, VARIABLES - 1).map(place -> new Action(what, place)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(ExhaustivePropertiesTest::withUnlocks);
        return Arbitraries.frequency(Tuple.of(3, 2), Tuple.of(2, 3))
                .flatMap(tasks -> task.list().ofSize(tasks));
    }

    /// What is locked is unlocked after the next action, and not locked twice.
    private static List<Action> withUnlocks(List<Action> actions) {
        List<Action> balanced = new ArrayList<>();
        @Var Action locked = null;
        for (Action action : actions) {
            boolean locks = action.what == What.LOCK;
            if (locks && locked != null) {
                balanced.add(new Action(What.UNLOCK, locked.place));
            }
            balanced.add(action);
            if (!locks && locked != null) {
                balanced.add(new Action(What.UNLOCK, locked.place));
            }
            locked = locks ? action : null;
        }
        if (locked != null) {
            balanced.add(new Action(What.UNLOCK, locked.place));
        }
        return balanced;
    }

    @Property(tries = 150)
    void theReducedSearchMeetsEveryOutcomeAndEveryClass(@ForAll("programs") List<List<Action>> program) {
        compare(program);
    }

    @Property(tries = 150)
    void theSameWhereTasksSleepAndAreAdded(@ForAll("programsThatWait") List<List<Action>> program) {
        compare(program);
    }

    @Property(tries = 60)
    void theSameWhereTasksSpin(@ForAll("programsThatSpin") List<List<Action>> program) {
        compare(program);
    }

    private static void compare(List<List<Action>> program) {
        Sum all = Sum.of(Reduction.NONE, program);
        Assume.that(all.complete);
        Sum reduced = Sum.of(Reduction.SOURCE_SETS, program);
        assertThat(reduced.complete).isTrue();
        assertThat(reduced.outcomes).isEqualTo(all.outcomes);
        assertThat(reduced.classes).isEqualTo(all.classes);
        Statistics.label("schedules for one that is taken")
                .collect(bucket((double) all.executions / reduced.executions));
    }

    /// An execution ends where something is found, so classes differ; findings and the ends of those without
    /// do not.
    @Property(tries = 200)
    void theReducedSearchMeetsEveryFinding(@ForAll("programsThatFind") List<List<Action>> program) {
        Sum all = Sum.of(Reduction.NONE, program);
        Assume.that(all.complete);
        Sum reduced = Sum.of(Reduction.SOURCE_SETS, program);
        assertThat(reduced.findings).isEqualTo(all.findings);
        assertThat(reduced.outcomes).isEqualTo(all.outcomes);
        Statistics.label("findings").collect(all.findings.size());
    }

    private static String bucket(double ratio) {
        return ratio < 2 ? "1" : ratio < 10 ? "2 to 10" : ratio < 100 ? "10 to 100" : "over 100";
    }
}
