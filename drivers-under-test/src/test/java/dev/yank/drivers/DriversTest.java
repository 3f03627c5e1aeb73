package dev.yank.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.Progress;
import dev.yank.harness.run.Replayer;
import dev.yank.harness.run.Stress;
import dev.yank.harness.run.TrialSettings;
import dev.yank.model.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each driver of the project has the verdict that is expected of it.
final class DriversTest {

    private static final long EXECUTIONS_TO_CATCH = 20_000;
    private static final long EXECUTIONS_TO_CONFORM = 6_000;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    private static final DriverCatalog CATALOG = DriverCatalog.ofProject();
    private static final RandomPrograms PROGRAMS = new RandomPrograms(2, 4);

    private static final List<Counterexample> CAUGHT = Collections.synchronizedList(new ArrayList<>());

    @TestFactory
    Stream<DynamicTest> knownBadDriversAreCaughtForTheirOwnRule() {
        return CATALOG.all().stream()
                .filter(driver -> driver.about().breaks().isPresent())
                .map(driver -> DynamicTest.dynamicTest(driver.about().name(), () -> isCaught(driver)));
    }

    @TestFactory
    Stream<DynamicTest> otherDriversConform() {
        return CATALOG.all().stream()
                .filter(driver -> driver.about().breaks().isEmpty())
                .map(driver -> DynamicTest.dynamicTest(driver.about().name(), () -> conforms(driver)));
    }

    private static void isCaught(LoadedDriver driver) {
        DriverResult result = explore(driver, EXECUTIONS_TO_CATCH);
        assertThat(result.rule()).as(sentence(result)).isEqualTo(driver.about().breaks());
        assertThat(result.asExpected()).isTrue();
        assertThat(result.toFirst()).isBetween(1L, result.executions());
        Counterexample found = result.counterexample().orElseThrow();
        assertThat(found.finding().rule()).isEqualTo(result.rule().orElseThrow());
        assertThat(found.program().size()).isLessThanOrEqualTo(found.origin().operations());
        Counterexample replayed = new Replayer(CATALOG).replay(found.token(), List.of());
        assertThat(replayed.finding()).isEqualTo(found.finding());
        assertThat(replayed.trace()).isEqualTo(found.trace());
        assertThat(replayed.history()).isEqualTo(found.history());
        assertThat(replayed.token()).isEqualTo(found.token());
        CAUGHT.add(found);
    }

    /// A counterexample is for reading: half of them have at most five operations and three switches.
    @AfterAll
    static void theMedianCounterexampleIsSmall() {
        assertThat(median(CAUGHT, found -> found.program().size())).isLessThanOrEqualTo(5);
        assertThat(median(CAUGHT, found -> found.schedule().preemptions().size()))
                .isLessThanOrEqualTo(3);
    }

    private static int median(List<Counterexample> found, ToIntFunction<Counterexample> size) {
        return found.stream()
                .mapToInt(size)
                .sorted()
                .skip(found.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /// Every token of this class, in a JVM that has seen none of these drivers.
    @AfterAll
    static void everyTokenReplaysInAFreshJvm() throws NoSuchAlgorithmException {
        List<String> expected = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of("replay"));
        for (Counterexample found : CAUGHT) {
            expected.add(FreshJvm.line(found));
            arguments.add(found.token());
        }
        assertThat(FreshJvm.ask(List.of("-XX:TieredStopAtLevel=1"), arguments)).isEqualTo(expected);
    }

    private static void conforms(LoadedDriver driver) {
        DriverResult result = explore(driver, EXECUTIONS_TO_CONFORM);
        assertThat(result.verdict()).as(sentence(result)).isEqualTo(new Verdict.Conforms());
        assertThat(result.executions()).isGreaterThanOrEqualTo(EXECUTIONS_TO_CONFORM);
        assertThat(result.seen()).isEmpty();
    }

    private static String sentence(DriverResult result) {
        return result.driver().name() + " "
                + result.counterexample()
                        .map(found -> "broke " + found.finding() + "; " + found.replayCommand())
                        .orElse("was " + result.verdict() + " after " + result.executions() + " executions");
    }

    private static DriverResult explore(LoadedDriver driver, long executions) {
        var settings = new TrialSettings(
                1, "portfolio", 2, Optional.of(executions), (device, seed) -> PROGRAMS.program(device.kind(), seed));
        return new Stress(List.of(driver), settings, Progress.SILENT)
                .run(LONG_ENOUGH)
                .drivers()
                .getFirst();
    }

    @Test
    void theIndexNamesEveryDriverOfTheModuleOnce() throws IOException {
        assertThat(CATALOG.all())
                .extracting(driver -> driver.about().className())
                .containsExactlyInAnyOrderElementsOf(annotatedClasses());
    }

    private static List<String> annotatedClasses() throws IOException {
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> annotated = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", "."))
                    .filter(DriversTest::isAnnotated)
                    .toList();
            assertThat(annotated).hasSizeGreaterThan(20);
            return annotated;
        }
    }

    private static boolean isAnnotated(String className) {
        try {
            return Class.forName(className, false, DriversTest.class.getClassLoader())
                    .isAnnotationPresent(UnderTest.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void namesAreUnique() {
        assertThat(CATALOG.all()).extracting(driver -> driver.about().name()).doesNotHaveDuplicates();
    }

    @Test
    void everyDriverSaysInOneSentenceWhatItIs() {
        assertThat(CATALOG.all())
                .allSatisfy(driver -> assertThat(driver.about().summary()).matches("[A-Za-z].{10,}\\."));
    }

    @Test
    void thereIsOneCanary() {
        assertThat(CATALOG.all())
                .filteredOn(driver -> driver.about().isCanary())
                .hasSize(1);
    }
}
