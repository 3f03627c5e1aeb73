package dev.yank.harness.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.run.TestDrivers;
import dev.yank.harness.schedule.RandomWalk;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.Scheduler;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.shrink.Attempt.Failure;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Removal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShrinkerTest {

    private static final int PLENTY = 100_000;
    private static final Handle FIRST = new Handle(0, 1);
    private static final Handle SECOND = new Handle(0, 2);
    private static final DeviceOperation UNPLUG = new Unplug(0, Removal.ORDERLY);
    private static final Program LARGE = new Program(
            List.of(new Probe(0)),
            List.of(
                    List.of(new Open(FIRST), new Poll(FIRST), new Poll(FIRST), new Close(FIRST)),
                    List.of(new Open(SECOND), new Poll(SECOND), new Poll(SECOND), new Close(SECOND)),
                    List.of(new Poll(FIRST), new Unplug(0, Removal.SURPRISE), new Probe(0))),
            3);

    /// A failure that depends on the program alone.
    private static Attempt where(Predicate<Program> fails) {
        return (program, _, _) ->
                fails.test(program) ? Optional.of(new Failure(Schedule.ORDINARY, 1)) : Optional.empty();
    }

    private static boolean has(Program program, DeviceOperation operation) {
        return Stream.concat(
                        program.setUp().stream(), program.processes().stream().flatMap(List::stream))
                .anyMatch(operation::equals);
    }

    private static boolean unplugs(Program program) {
        return has(program, UNPLUG) || has(program, new Unplug(0, Removal.SURPRISE));
    }

    @Test
    void keepsWhatTheFailureNeedsAndNothingElse() {
        Shrinker.Shrunk shrunk = new Shrinker(
                        where(program -> has(program, new Poll(SECOND)) && unplugs(program)), PLENTY, AttemptLog.SILENT)
                .shrink(LARGE, new Failure(Schedule.ORDINARY, 1));
        assertThat(shrunk.program())
                .isEqualTo(new Program(List.of(), List.of(List.of(new Poll(SECOND)), List.of(UNPLUG)), 0));
        assertThat(shrunk.schedule()).isEqualTo(Schedule.ORDINARY);
    }

    @Test
    void keepsAFaultThatTheFailureNeeds() {
        Shrinker.Shrunk shrunk = new Shrinker(where(program -> program.faultAt() == 3), PLENTY, AttemptLog.SILENT)
                .shrink(LARGE, new Failure(Schedule.ORDINARY, 1));
        assertThat(shrunk.program()).isEqualTo(new Program(List.of(), List.of(), 3));
    }

    @Test
    void noSingleCutOfTheResultFails() {
        List<Predicate<Program>> failures = List.of(
                program -> program.size() >= 5,
                program -> program.processes().size() == 3,
                program -> program.processes().stream().anyMatch(operations -> operations.size() >= 3),
                program -> has(program, new Open(FIRST)) != has(program, new Close(SECOND)) || program.size() > 9);
        for (Predicate<Program> fails : failures) {
            Shrinker.Shrunk shrunk = new Shrinker(where(fails), PLENTY, AttemptLog.SILENT)
                    .shrink(LARGE, new Failure(Schedule.ORDINARY, 1));
            assertThat(fails).accepts(shrunk.program());
            assertThat(Cuts.of(shrunk.program())).noneMatch(fails);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 50, 1000})
    void makesNoMoreAttemptsThanItMay(int most) {
        int[] attempts = {0};
        Attempt attempt = (program, strategy, seed) -> {
            attempts[0]++;
            return program.size() < LARGE.size() - 1
                    ? Optional.empty()
                    : lostUpdate(3).perform(program, strategy, seed);
        };
        Failure failure = aFailureOf(lostUpdate(3));
        Shrinker.Shrunk shrunk = new Shrinker(attempt, most, AttemptLog.SILENT).shrink(LARGE, failure);
        assertThat(attempts[0]).isEqualTo(shrunk.attempts()).isLessThanOrEqualTo(most);
        if (most == 0) {
            assertThat(shrunk.program()).isEqualTo(LARGE);
            assertThat(shrunk.schedule()).isEqualTo(failure.schedule());
        }
    }

    /// So many tasks add one to a number, in two steps, and all but one of the additions must be lost. That
    /// takes a preemption for each task but the last: each reads before the first one writes.
    private static Attempt lostUpdate(int tasks) {
        return (_, strategy, seed) -> {
            strategy.begin(seed);
            var scheduler = new Scheduler(strategy, 10_000);
            int[] number = {0};
            for (int task = 0; task < tasks; task++) {
                scheduler.spawn("adder " + task, () -> {
                    scheduler.point();
                    int seen = number[0];
                    scheduler.point();
                    number[0] = seen + 1;
                    scheduler.point();
                });
            }
            scheduler.run();
            strategy.end(scheduler.decisions());
            return number[0] == 1
                    ? Optional.of(new Failure(scheduler.schedule(), scheduler.decisions()))
                    : Optional.empty();
        };
    }

    private static Failure aFailureOf(Attempt attempt) {
        @Var Optional<Failure> most = Optional.empty();
        for (int seed = 0; seed < 300; seed++) {
            Optional<Failure> failure = attempt.perform(LARGE, new RandomWalk(), seed);
            if (failure.isPresent()
                    && preemptions(failure.get())
                            > most.map(ShrinkerTest::preemptions).orElse(0)) {
                most = failure;
            }
        }
        return most.orElseThrow();
    }

    private static int preemptions(Failure failure) {
        return failure.schedule().preemptions().size();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2"})
    void findsTheFewestPreemptions(int tasks, int fewest) {
        Attempt attempt = lostUpdate(tasks);
        Failure failure = aFailureOf(attempt);
        assertThat(preemptions(failure)).isGreaterThan(fewest);
        Shrinker.Shrunk shrunk = new Shrinker(attempt, PLENTY, AttemptLog.SILENT).shrink(LARGE, failure);
        assertThat(shrunk.schedule().preemptions()).hasSize(fewest);
        assertThat(attempt.perform(LARGE, new Replay(shrunk.schedule()), 0)).isPresent();
        for (int fewer = 0; fewer < fewest; fewer++) {
            assertThat(new FewSwitches(attempt, LARGE).withPreemptions(fewer, PLENTY))
                    .isEqualTo(new FewSwitches.Search(Optional.empty(), true));
        }
    }

    @Test
    void aResultThatWasSearchedThroughIsProvenToBeMinimal() {
        Attempt attempt = lostUpdate(2);
        assertThat(new Shrinker(attempt, PLENTY, AttemptLog.SILENT)
                        .shrink(new Program(List.of(), List.of(), 0), aFailureOf(attempt))
                        .minimality())
                .isEqualTo(Minimality.PROVEN);
        assertThat(new Shrinker(where(_ -> true), 0, AttemptLog.SILENT)
                        .shrink(LARGE, new Failure(Schedule.ORDINARY, 1))
                        .minimality())
                .isEqualTo(Minimality.NOT_REFUTED);
    }

    /// Smaller programs fail only where schedules are searched through.
    @Test
    void whereSomethingSmallerFailsAfterAllShrinkingGoesOnFromThere() {
        Attempt lost = lostUpdate(2);
        Attempt attempt = (program, strategy, seed) -> {
            Optional<Failure> failure = lost.perform(program, strategy, seed);
            boolean isSearched = strategy.name().equals("replay") && !(strategy instanceof Replay);
            return program.size() == LARGE.size() || isSearched ? failure : Optional.empty();
        };
        Failure failure = aFailureOf(lost);
        Shrinker.Shrunk shrunk = new Shrinker(attempt, PLENTY, AttemptLog.SILENT).shrink(LARGE, failure);
        assertThat(shrunk.program().size()).isZero();
        assertThat(shrunk.minimality()).isEqualTo(Minimality.PROVEN);
    }

    @Test
    void whatHadNotBegunIsCutFirst() {
        Program begun = new Program(List.of(new Probe(0)), List.of(List.of(new Open(FIRST)), List.of(), List.of()), 3);
        List<Program> tried = new ArrayList<>();
        new Shrinker(where(_ -> true), PLENTY, (_, program, _, _) -> tried.add(program))
                .shrink(LARGE, new Failure(Schedule.ORDINARY, 1, Optional.of(begun)));
        assertThat(tried).startsWith(begun);
    }

    @Test
    void removalsAreEverythingSingle() {
        Program program = new Program(List.of(new Probe(0)), List.of(List.of(UNPLUG, new Probe(0)), List.of()), 2);
        assertThat(Removals.of(program))
                .containsExactly(
                        program.withFaultAt(0),
                        program.withoutProcess(0),
                        program.withProcess(0, List.of(new Probe(0))),
                        program.withProcess(0, List.of(UNPLUG)),
                        program.withoutProcess(1),
                        program.withSetUp(List.of()));
    }

    @Test
    void aSearchThatIsCutShortFindsNothing() {
        assertThat(new FewSwitches(lostUpdate(2), LARGE).withPreemptions(1, 1))
                .isEqualTo(new FewSwitches.Search(Optional.empty(), false));
        assertThat(new FewSwitches(lostUpdate(2), LARGE).withPreemptions(1, 0))
                .isEqualTo(new FewSwitches.Search(Optional.empty(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HastyChip", "LeakyChip"})
    void aCounterexampleOfADriverKeepsItsRule(String driver) {
        DriverUnderTest about = TestDrivers.load(driver).about();
        RuleId rule = about.breaks().orElseThrow();
        var explorer = new Explorer(TestDrivers.load(driver));
        Attempt attempt = (program, strategy, seed) -> judge(explorer, rule, program, strategy, seed);
        Failure failure = aFailureOn(attempt);
        Shrinker.Shrunk shrunk = new Shrinker(attempt, PLENTY, AttemptLog.SILENT).shrink(TestDrivers.small(), failure);
        assertThat(shrunk.program().size()).isLessThan(TestDrivers.small().size());
        assertThat(attempt.perform(shrunk.program(), new Replay(shrunk.schedule()), 0))
                .isPresent();
        assertThat(Cuts.of(shrunk.program()))
                .allSatisfy(cut -> assertThat(attempt.perform(cut, new Replay(shrunk.schedule()), 0))
                        .isEmpty());
    }

    private static Failure aFailureOn(Attempt attempt) {
        for (int seed = 0; ; seed++) {
            Optional<Failure> failure = attempt.perform(TestDrivers.small(), new RandomWalk(), seed);
            if (failure.isPresent()) {
                return failure.get();
            }
        }
    }

    private static Optional<Failure> judge(
            Explorer explorer, RuleId rule, Program program, Strategy strategy, long seed) {
        Explorer.Judged judged = explorer.run(program, strategy, seed, Tracing.JUDGE_ONLY);
        return judged.finding(rule)
                .map(_ -> new Failure(
                        judged.outcome().schedule(), judged.outcome().decisions()));
    }
}
