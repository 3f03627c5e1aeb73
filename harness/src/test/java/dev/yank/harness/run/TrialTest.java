package dev.yank.harness.run;

import static dev.yank.harness.sim.DeviceState.ABSENT;
import static dev.yank.harness.sim.DeviceState.BOUND;
import static dev.yank.harness.sim.DeviceState.FAILED;
import static dev.yank.harness.sim.DeviceState.GONE;
import static dev.yank.harness.sim.DeviceState.PROBING;
import static dev.yank.harness.sim.DeviceState.REMOVING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.coverage.Coverage;
import dev.yank.harness.coverage.GrowthPoint;
import dev.yank.harness.coverage.OperationStates;
import dev.yank.harness.coverage.RuleCoverage;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrialTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final List<Path> TEST_CLASSES = List.of(Path.of("target", "test-classes"));

    @ParameterizedTest
    @ValueSource(strings = {"LeakyChip", "GotoFailChip", "HastyChip", "QuietChip"})
    void theNumberOfWorkersChangesNothing(String driver) {
        DriverResult one = explore(driver, 1);
        assertThat(one.executions()).isPositive();
        for (int workers = 2; workers <= 3; workers++) {
            DriverResult more = explore(driver, workers);
            assertThat(more.verdict()).isEqualTo(one.verdict());
            assertThat(more.executions()).isEqualTo(one.executions());
            assertThat(more.toFirst()).isEqualTo(one.toFirst());
            assertThat(more.seen()).isEqualTo(one.seen());
            assertThat(more.witnessed()).isEqualTo(one.witnessed());
            assertThat(more.coverage()).isEqualTo(one.coverage());
            assertThat(more.groups()).isEqualTo(one.groups());
            assertThat(more.counterexample().map(Counterexample::token))
                    .isEqualTo(one.counterexample().map(Counterexample::token));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LeakyChip", "GotoFailChip", "HastyChip"})
    void aKnownBadDriverIsCaughtForItsRule(String driver) {
        DriverResult result = explore(driver, 1);
        assertThat(result.asExpected()).as(result.verdict().toString()).isTrue();
        assertThat(result.seen()).containsKey(result.driver().breaks().orElseThrow());
        assertThat(result.toFirst()).isBetween(1L, result.executions());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whoKeepsGoingFindsTheSameBugsWithAnyNumberOfWorkers(int workers) {
        DriverResult result = keepGoing("HastyChip", workers);
        assertThat(result.executions()).isGreaterThanOrEqualTo(600);
        assertThat(result.asExpected()).isTrue();
        assertThat(result.groups())
                .hasSizeGreaterThan(1)
                .isEqualTo(keepGoing("HastyChip", 1).groups());
        assertThat(result.groups()).extracting(FindingGroup::signature).doesNotHaveDuplicates();
        assertThat(result.groups()).extracting(FindingGroup::first).isSorted();
        assertThat(result.groups().stream().mapToLong(FindingGroup::seen).sum())
                .isEqualTo(result.seen().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        for (FindingGroup group : result.groups()) {
            Counterexample shortest = group.shortest().orElseThrow();
            assertThat(shortest.finding().rule()).isEqualTo(group.signature().rule());
            assertThat(new Replayer(DriverCatalog.ofProject())
                            .replay(group.fastestToken(), List.of())
                            .finding()
                            .rule())
                    .isEqualTo(group.signature().rule());
            assertThat(group.fastest()).isBetween(1L, group.first());
        }
    }

    private static DriverResult keepGoing(String driver, int workers) {
        TrialSettings until = TestDrivers.settings(workers, 600);
        var settings = new TrialSettings(
                until.seed(),
                until.strategy(),
                workers,
                until.executions(),
                until.programs(),
                KeepGoing.ALWAYS,
                ShrinkingLog.SILENT,
                Optional.empty());
        return new Trial(TestDrivers.load(driver), settings, TestDrivers.NO_PROGRESS).run(LONG_ENOUGH);
    }

    @Test
    void coverageSaysWhatWasExercisedAndHowItGrew() {
        Coverage coverage = explore("QuietChip", 1).coverage();
        assertThat(coverage.executions()).isGreaterThanOrEqualTo(600);
        RuleCoverage linearizable = coverage.rules().get(RuleId.parse("L1"));
        assertThat(linearizable)
                .isEqualTo(new RuleCoverage(coverage.executions(), coverage.histories(), coverage.pairs()));
        assertThat(coverage.rules().values())
                .allSatisfy(rule -> assertThat(rule.executions()).isBetween(1L, coverage.executions()));
        assertThat(coverage.histories()).isBetween(20L, coverage.executions());
        assertThat(coverage.pairs()).isPositive();
        assertThat(coverage.lastNewHistory()).isBetween(coverage.histories(), coverage.executions());
        assertThat(coverage.growth().getFirst().executions()).isEqualTo(1);
        assertThat(coverage.growth().getLast())
                .isEqualTo(new GrowthPoint(coverage.executions(), coverage.histories(), coverage.pairs()));
    }

    /// Opened before, while and after the device was taken away; unplugged where it was bound; probed at the beginning.
    @Test
    void operationsAreCountedByTheStatesThatTheyMet() {
        OperationStates operations = explore("QuietChip", 1).coverage().operations();
        assertThat(operations.operations()).containsExactly("close", "open", "poll", "probe", "unplug");
        assertThat(operations.counts().get("open")).containsOnlyKeys(BOUND, REMOVING, GONE);
        assertThat(operations.counts().get("unplug")).containsOnlyKeys(BOUND, REMOVING, GONE);
        assertThat(operations.count("unplug", REMOVING)).isEqualTo(operations.count("unplug", BOUND));
        assertThat(operations.counts().get("probe")).containsOnlyKeys(ABSENT, PROBING, BOUND, FAILED);
        assertThat(operations.count("read", BOUND)).isZero();
    }

    @Test
    void aDriverThatIsCaughtAtOnceIsCaughtInTheFirstExecution() {
        assertThat(explore("LeakyChip", 1).toFirst()).isEqualTo(1);
    }

    /// The programs here neither read nor write, so not everything was exercised.
    @Test
    void aDriverThatWasNeverPutToTheTestIsNotSaidToConform() {
        DriverResult result = explore("QuietChip", 1);
        assertThat(result.executions()).isGreaterThanOrEqualTo(600);
        assertThat(result.seen()).isEmpty();
        assertThat(result.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        verdict -> assertThat(verdict.reason()).matches("no execution exercised [RL0-9, ]+"));
    }

    @Test
    void aCounterexampleOfAUsersDriverIsReplayedEventByEvent() {
        DriverCatalog catalog = DriverCatalog.ofProject();
        LoadedDriver driver = catalog.find("dev.yank.testdriver.HastyChip", TEST_CLASSES);
        Counterexample found = new Trial(driver, TestDrivers.settings(1, 600), TestDrivers.NO_PROGRESS)
                .run(LONG_ENOUGH)
                .counterexample()
                .orElseThrow();
        assertThat(found.token()).startsWith("y3.dev.yank.testdriver.HastyChip.");
        assertThat(found.replayCommand())
                .isEqualTo("./yank replay --class-path " + TEST_CLASSES.getFirst() + " " + found.token());
        Counterexample replayed = new Replayer(catalog).replay(found.token(), TEST_CLASSES);
        assertThat(replayed).isEqualTo(found);
    }

    /// The digest notices that another driver answers.
    @Test
    void aReplayThatDivergesIsAFailureOfTheHarness() {
        Counterexample found = explore("HastyChip", 1).counterexample().orElseThrow();
        ReplayToken token = ReplayToken.parse(found.token());
        String forged = new ReplayToken(
                        "test-leaky", token.rule(), token.program(), token.schedule(), token.origin(), token.digest())
                .text();
        var replayer = new Replayer(DriverCatalog.ofProject());
        assertThatThrownBy(() -> replayer.replay(forged, List.of()))
                .isInstanceOf(HarnessFailure.class)
                .hasMessageMatching("The replay diverges at event \\d+ of \\d+ \\(.+\\); driver or harness are not"
                        + " those that wrote the token\\.");
    }

    @Test
    void aDriverThatDoesSomethingElseEachTimeIsAFailureOfTheHarness() {
        for (int workers = 1; workers <= 3; workers++) {
            int number = workers;
            assertThatThrownBy(() -> explore("FickleChip", number))
                    .isInstanceOf(HarnessFailure.class)
                    .hasMessageStartingWith("An execution could not be repeated: ")
                    .hasMessageContaining("identity hash");
        }
    }

    @Test
    void whereOneWorkerFailsTheOthersStop() {
        var failed = new AtomicBoolean();
        var settings = new TrialSettings(1, "random", 2, Optional.empty(), (_, seed) -> {
            if (!failed.getAndSet(true)) {
                throw new UsageException("There is no program.");
            }
            return TestDrivers.program(seed);
        });
        var trial = new Trial(TestDrivers.load("QuietChip"), settings, TestDrivers.NO_PROGRESS);
        var duration = Duration.ofSeconds(30);
        long start = System.nanoTime();
        assertThatThrownBy(() -> trial.run(duration))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no program.");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(duration.dividedBy(2));
    }

    @Test
    void eachProgramOfEachDriverHasASeedOfItsOwn() {
        List<Long> seeds = Collections.synchronizedList(new ArrayList<>());
        var settings = new TrialSettings(1, "random", 2, Optional.of(600L), (_, seed) -> {
            seeds.add(seed);
            return TestDrivers.program(seed);
        });
        for (String driver : List.of("QuietChip", "GotoFailChip")) {
            new Trial(TestDrivers.load(driver), settings, TestDrivers.NO_PROGRESS).run(LONG_ENOUGH);
        }
        assertThat(seeds).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
    }

    @Test
    void asManyExecutionsAsThereCanBeAreNoneTooMany() {
        var settings =
                new TrialSettings(1, "random", 1, Optional.of(Long.MAX_VALUE), (_, seed) -> TestDrivers.program(seed));
        var trial = new Trial(TestDrivers.load("QuietChip"), settings, TestDrivers.NO_PROGRESS);
        assertThat(trial.run(Duration.ofMillis(300)).executions()).isPositive();
    }

    @Test
    void progressIsHeardInOrder() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        var progress = new Progress() {
            @Override
            public void begins(DriverUnderTest driver) {
                heard.add("begins");
            }

            @Override
            public void executed(DriverUnderTest driver, long executions) {
                assertThat(executions).isPositive();
            }

            @Override
            public void found(DriverUnderTest driver, Sighting sighting) {
                heard.add("found " + sighting.rule());
            }

            @Override
            public void ends(DriverResult result) {
                heard.add("ends " + result.verdictWord());
            }
        };
        new Trial(TestDrivers.load("LeakyChip"), TestDrivers.settings(2, 600), progress).run(LONG_ENOUGH);
        assertThat(heard).containsExactly("begins", "found R5", "ends violates");
    }

    @Test
    void aRunHasTheResultsInTheOrderOfItsDrivers() {
        List<LoadedDriver> drivers = List.of(TestDrivers.load("QuietChip"), TestDrivers.load("LeakyChip"));
        var stress = new Stress(drivers, TestDrivers.settings(1, 60), TestDrivers.NO_PROGRESS);
        assertThat(stress.soFar().completeness()).isEqualTo(RunResult.Completeness.INTERRUPTED);
        RunResult result = stress.run(LONG_ENOUGH);
        assertThat(result.completeness()).isEqualTo(RunResult.Completeness.COMPLETE);
        assertThat(result.drivers())
                .extracting(driver -> driver.driver().name())
                .containsExactly("test-quiet", "test-leaky");
        assertThat(result.drivers().get(1).rule()).contains(RuleId.parse("R5"));
        assertThat(stress.soFar()).isEqualTo(result);
    }

    @Test
    void anInterruptedRunSaysSo() {
        var stress = new Stress(
                List.of(TestDrivers.load("QuietChip")), TestDrivers.settings(1, 60), TestDrivers.NO_PROGRESS);
        Thread.currentThread().interrupt();
        RunResult result = stress.run(LONG_ENOUGH);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.completeness()).isEqualTo(RunResult.Completeness.INTERRUPTED);
        assertThat(result.drivers()).isEmpty();
    }

    private static DriverResult explore(String driver, int workers) {
        return new Trial(TestDrivers.load(driver), TestDrivers.settings(workers, 600), TestDrivers.NO_PROGRESS)
                .run(LONG_ENOUGH);
    }
}
