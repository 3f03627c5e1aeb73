package dev.yank.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.bench.LoadedSubject;
import dev.yank.harness.bench.Published;
import dev.yank.harness.bench.SubjectBench;
import dev.yank.harness.bench.SubjectCatalog;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.harness.sim.SubjectSimulation;
import dev.yank.model.rule.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each subject has the bug that it is said to have, or none.
final class SubjectsTest {

    private static final int MOST_SCHEDULES = 10_000;
    private static final int SCHEDULES_WITHOUT_ACCUSATION = 3_000;

    /// No published tool finds it, and it takes longer than a test may.
    private static final List<String> TOO_DEEP = List.of("safestack");

    private static final SubjectCatalog CATALOG = SubjectCatalog.ofProject();

    @TestFactory
    Stream<DynamicTest> eachBugIsFound() {
        return CATALOG.all().stream()
                .filter(subject -> subject.wrong() != Wrong.NOTHING)
                .filter(subject -> !TOO_DEEP.contains(subject.name()))
                .map(subject -> DynamicTest.dynamicTest(subject.name(), () -> isFound(subject)));
    }

    private static void isFound(LoadedSubject subject) {
        SubjectSimulation simulation = subject.simulation();
        Strategy strategy = Strategies.create("random");
        for (int i = 0; i < MOST_SCHEDULES; i++) {
            Outcome outcome = simulation.run(strategy, SplitMix.derive(1, i), Tracing.JUDGE_ONLY);
            if (outcome.hasFindings()) {
                assertThat(kindsOf(outcome.findings())).contains(subject.wrong());
                return;
            }
        }
        throw new AssertionError("not found in " + MOST_SCHEDULES + " schedules");
    }

    /// What kind of mistake each finding is.
    private static List<Wrong> kindsOf(List<Finding> findings) {
        return findings.stream()
                .map(finding -> switch (finding.rule().text()) {
                    case "K1" -> {
                        assertThat(finding.sentence()).contains(" oopsed: BUG_ON was true in ");
                        yield Wrong.ASSERTION;
                    }
                    case "R29" -> Wrong.DEADLOCK;
                    case "R5", "R7", "R34" -> Wrong.MEMORY;
                    default -> throw new AssertionError("unexpected: " + finding);
                })
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> programsWithoutABugAreNotAccused() {
        var bench = new SubjectBench(List.of("random", "pct(3)"), 1, SCHEDULES_WITHOUT_ACCUSATION, 2);
        return CATALOG.all().stream()
                .filter(subject -> subject.wrong() == Wrong.NOTHING)
                .map(subject -> DynamicTest.dynamicTest(subject.name(), () -> {
                    assertThat(bench.run(List.of(subject), _ -> {})).allSatisfy(result -> {
                        assertThat(result.first().found()).isZero();
                        assertThat(result.executions()).isEqualTo(SCHEDULES_WITHOUT_ACCUSATION);
                    });
                }));
    }

    @Test
    void everythingPublishedIsAboutASubject() {
        List<String> names = CATALOG.all().stream().map(LoadedSubject::name).toList();
        assertThat(Published.read().all()).allSatisfy(one -> assertThat(names).contains(one.subject()));
    }

    @Test
    void namesAreUnique() {
        assertThat(CATALOG.all()).extracting(LoadedSubject::name).doesNotHaveDuplicates();
    }

    @Test
    void thereAreBugsOfEachKindAndProgramsWithout() {
        assertThat(Wrong.values())
                .allSatisfy(wrong -> assertThat(CATALOG.all())
                        .filteredOn(subject -> subject.wrong() == wrong)
                        .hasSizeGreaterThanOrEqualTo(5));
    }

    @Test
    void theIndexNamesEverySubjectOfTheModuleOnce() throws IOException {
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes.resolve("dev/yank/subjects"))) {
            List<String> annotated = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", "."))
                    .filter(SubjectsTest::isAnnotated)
                    .toList();
            assertThat(CATALOG.all().stream().map(LoadedSubject::className).distinct())
                    .containsExactlyInAnyOrderElementsOf(annotated);
        }
    }

    private static boolean isAnnotated(String className) {
        try {
            return Class.forName(className, false, SubjectsTest.class.getClassLoader())
                    .isAnnotationPresent(TestSubject.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
