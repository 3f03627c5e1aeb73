package dev.yank.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.mutate.Mutation;
import dev.yank.harness.mutate.MutationOperator;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.EquivalentMutants;
import dev.yank.harness.run.KeepGoing;
import dev.yank.harness.run.KillHunt;
import dev.yank.harness.run.KillMatrix;
import dev.yank.harness.run.KillMatrix.Kind;
import dev.yank.harness.run.KillMatrix.Prey;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.Progress;
import dev.yank.harness.run.Replayer;
import dev.yank.harness.run.ShrinkingLog;
import dev.yank.harness.run.Stress;
import dev.yank.harness.run.TrialSettings;
import dev.yank.harness.run.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the instrumentation makes of conforming drivers when it makes one mistake.
final class MutantsTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
    private static final DriverCatalog CATALOG = DriverCatalog.ofProject();
    private static final RandomPrograms PROGRAMS = new RandomPrograms(2, 4);
    private static final EquivalentMutants EQUIVALENT = EquivalentMutants.ofProject();

    private static Stream<LoadedDriver> conforming() {
        return CATALOG.all().stream().filter(driver -> driver.about().breaks().isEmpty());
    }

    private static List<String> names() {
        return conforming()
                .flatMap(driver -> driver.mutations().stream().map(driver::mutant))
                .toList();
    }

    @Test
    void everyMutantHasANameOfItsOwnThatAShellLeavesAlone() {
        assertThat(names())
                .hasSizeGreaterThan(1600)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]+~[a-z-]+@[A-Za-z0-9_.]+:[A-Za-z0-9_]+#[0-9]+"))
                .contains("pl061-cdev-disconnect~drop-call@remove:cdev_disconnect#1");
    }

    /// A method that the driver has another for is not called; one that it calls with `super` is; and what the compiler
    /// adds calls what stands elsewhere.
    @Test
    void onlyWhatCanBeCalledIsMutatedAndOnlyOnce() {
        assertThat(names())
                .doesNotContain("edu-recovers~drop-call@EduGated.remove:edu_tear_down#1")
                .doesNotContain("frame-sigbus~drop-call@FrameDummyPage.fault_when_gone:vmf_insert_page#1")
                .doesNotContain("sampler-timer~drop-call@sample_later:sample_later#1")
                .contains("edu-gated~drop-call@remove:edu_tear_down#1")
                .contains("edu-recovers~swap-calls@EduGated.edu_init:kref_init#1")
                .contains("sampler-timer~skip-check@SamplerFops.open:enter#1");
    }

    /// The classes around a driver are those of others too: each mutation of a class is looked at once.
    @Test
    void everyMutantIsAClassThatTheMachineTakes() {
        Map<String, LoadedDriver> mutants = new TreeMap<>();
        conforming()
                .forEach(driver -> driver.mutations()
                        .forEach(mutation ->
                                mutants.put(mutation.className() + " " + mutation, driver.mutated(mutation))));
        List<String> refused = new ArrayList<>();
        mutants.forEach((name, mutant) -> {
            String className = name.substring(0, name.indexOf(' '));
            mutant.code().problems(className).forEach(problem -> refused.add(name + ": " + problem));
        });
        assertThat(refused).isEmpty();
    }

    @Test
    void everyLineOfTheListOfEquivalentMutantsNamesOneThatThereIs() {
        List<String> names = names();
        assertThat(EQUIVALENT.entries())
                .allSatisfy(entry -> assertThat(names).as(entry.name()).anyMatch(entry::isAbout))
                .allSatisfy(entry -> assertThat(entry.reason()).as(entry.name()).matches("[A-Za-z`].{20,}\\."));
        assertThat(EQUIVALENT.entries())
                .extracting(EquivalentMutants.Entry::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void everySurvivorThatIsExplainedIsAMutantAndNotAnEquivalentOne() throws IOException {
        List<String> names = names();
        List<String> survivors = Pattern.compile("^\\| `([^`]+)`", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("MUTANTS.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(survivors).isNotEmpty().doesNotHaveDuplicates().allSatisfy(name -> {
            assertThat(names).contains(name);
            assertThat(EQUIVALENT.reason(name)).as(name).isEmpty();
        });
    }

    @Test
    void aMutantIsStressedShrunkAndReplayedLikeAnyDriver() {
        LoadedDriver mutant = CATALOG.find("pl061-cdev-disconnect~drop-call@remove:cdev_disconnect#1", List.of());
        DriverResult result = new Stress(List.of(mutant), settings("portfolio", 600), Progress.SILENT)
                .run(LONG_ENOUGH)
                .drivers()
                .getFirst();
        Counterexample found = result.counterexample().orElseThrow();
        assertThat(found.token()).contains(mutant.about().name());
        assertThat(found.program().size()).isLessThan(6);
        Counterexample replayed = new Replayer(CATALOG).replay(found.token(), List.of());
        assertThat(replayed.finding()).isEqualTo(found.finding());
        assertThat(replayed.trace()).isEqualTo(found.trace());
        assertThat(replayed.driver().name()).isEqualTo(mutant.about().name());
    }

    @Test
    void aMutantThatThereIsNotIsRefusedWithASentence() {
        assertThatThrownBy(() -> CATALOG.find("edu-gated~drop-call@remove:free_irq#7", List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Driver edu-gated has no mutant 'drop-call@remove:free_irq#7'; ./yank list mutants edu-gated"
                                + " names them.");
    }

    @TestFactory
    Stream<DynamicTest> everyOperatorMakesAMutantThatIsKilled() {
        Map<MutationOperator, String> examples = Map.of(
                MutationOperator.DROP_CALL, "pl061-cdev-disconnect~drop-call@state_release:kfree#1",
                MutationOperator.SKIP_UNWIND, "pl061-cdev-disconnect~skip-unwind@probe:undo_irq#1",
                MutationOperator.SWAP_CALLS, "pl061-cdev-disconnect~swap-calls@state_release:put_device#1",
                MutationOperator.DROP_SYNC, "edu-gated~drop-sync@stop_watchdog:timer_shutdown_sync#1",
                MutationOperator.FREE_FOR_PUT, "pl061-cdev-disconnect~free-for-put@put:kref_put#1",
                MutationOperator.SKIP_CHECK, "pl061-cdev-disconnect~skip-check@Fops.ioctl:call_enter#1",
                MutationOperator.PUBLISH_EARLY, "pl061-cdev-disconnect~publish-early@setup_cdev:cdev_add#1",
                MutationOperator.UNLOCK_EARLY, "pl061-cdev-disconnect~unlock-early@CallGate.call_exit:spin_unlock#1");
        assertThat(examples).containsOnlyKeys(MutationOperator.values());
        return new TreeMap<>(examples)
                .entrySet().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                example.getKey().label(), () -> isKilled(example.getKey(), example.getValue())));
    }

    private static void isKilled(MutationOperator operator, String name) {
        assertThat(name).contains("~" + operator.label() + "@");
        Prey prey = hunt(List.of("portfolio"), 1, 20_000, name).prey().getFirst();
        assertThat(prey.kind()).isEqualTo(Kind.MUTANT);
        assertThat(prey.isKilled()).as(prey.toString()).isTrue();
    }

    @Test
    void theMatrixIsTheSameHoweverManyHunt() {
        String[] some = {"object-arc", "object-kref-looks-then-gets", "object-task-takes-from-zero"};
        KillMatrix one = hunt(List.of("portfolio", "random"), 1, 300, some);
        assertThat(hunt(List.of("portfolio", "random"), 3, 300, some)).isEqualTo(one);
        assertThat(one.prey(Kind.TWIN)).hasSize(2).allMatch(Prey::isKilled);
        assertThat(one.prey(Kind.MUTANT)).hasSizeGreaterThan(10);
        assertThat(one.prey())
                .filteredOn(prey -> prey.kind() != Kind.EQUIVALENT)
                .allSatisfy(prey -> assertThat(prey.hunts()).hasSize(2));
    }

    /// Every fifth of them, briefly; ./yank kill-matrix hunts all.
    @Test
    void mutantsThatAreSaidToBeEquivalentSurvive() {
        List<String> harmless = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        conforming().forEach(driver -> {
            for (Mutation mutation : driver.mutations()) {
                String name = driver.mutant(mutation);
                if (EQUIVALENT.reason(name).isPresent() && seen.add(mutation.className() + mutation)) {
                    harmless.add(name);
                }
            }
        });
        String[] some = IntStream.range(0, harmless.size())
                .filter(i -> i % 5 == 0)
                .mapToObj(harmless::get)
                .toArray(String[]::new);
        assertThat(some).hasSizeGreaterThan(15);
        assertThat(hunt(List.of("portfolio"), 2, 120, some).unexpected()).isEmpty();
    }

    private static KillMatrix hunt(List<String> strategies, int workers, long executions, String... names) {
        TrialSettings settings = settings(strategies.getFirst(), executions);
        var hunt = new KillHunt(
                new TrialSettings(
                        settings.seed(),
                        settings.strategy(),
                        workers,
                        settings.executions(),
                        settings.programs(),
                        KeepGoing.UNTIL_BROKEN,
                        ShrinkingLog.SILENT,
                        Optional.empty()),
                strategies,
                (_, _) -> {});
        Stream.of(names).forEach(name -> hunt.add(CATALOG.find(name, List.of()), EQUIVALENT));
        return hunt.run(LONG_ENOUGH);
    }

    private static TrialSettings settings(String strategy, long executions) {
        return new TrialSettings(
                1, strategy, 1, Optional.of(executions), (device, seed) -> PROGRAMS.program(device.kind(), seed));
    }
}
