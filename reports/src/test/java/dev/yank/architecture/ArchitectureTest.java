package dev.yank.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Holds the dependency arrows of the design, over the classes of every module.
class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.yank");

    private static final String[] LIBRARIES = {"java..", "org.jspecify..", "com.google.errorprone.annotations..", ""};

    @Test
    void theRulesSeeTheClassesOfEveryModule() {
        assertThat(ALL.size()).isGreaterThan(300);
        assertThat(List.of("model", "harness", "drivers", "reports"))
                .allSatisfy(module -> assertThat(ALL.stream()
                                .filter(type -> type.getPackageName().startsWith("dev.yank." + module))
                                .count())
                        .as("classes of %s", module)
                        .isGreaterThan(5));
    }

    @Test
    void theModelKnowsNobody() {
        classes()
                .that()
                .resideInAPackage("dev.yank.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with("dev.yank.model.."))
                .check(ALL);
    }

    @Test
    void driversSeeThePortAndNothingElseOfOurs() {
        classes()
                .that()
                .resideInAPackage("dev.yank.drivers..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with("dev.yank.drivers..", "dev.yank.harness.kernel.."))
                .check(ALL);
        classes()
                .that()
                .resideInAPackage("dev.yank.subjects..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with("dev.yank.subjects..", "dev.yank.harness.kernel.."))
                .check(ALL);
    }

    @Test
    void insideTheHarnessEachUsesWhatTheDesignAllows() {
        only("schedule", "dev.yank.harness.schedule..");
        only("program", "dev.yank.harness.program..", "dev.yank.model.spec.device..");
        only("kernel", "dev.yank.harness.kernel..", "dev.yank.model.trace..");
        only("sim.hardware", "dev.yank.harness.sim.hardware..");
        only(
                "sim",
                "dev.yank.harness.sim..",
                "dev.yank.harness.kernel..",
                "dev.yank.harness.schedule..",
                "dev.yank.harness.program..",
                "dev.yank.model..");
        only(
                "shrink",
                "dev.yank.harness.shrink..",
                "dev.yank.harness.program..",
                "dev.yank.harness.schedule..",
                "dev.yank.model.spec.device..");
        only(
                "coverage",
                "dev.yank.harness.coverage..",
                "dev.yank.harness.sim..",
                "dev.yank.harness.program..",
                "dev.yank.harness.schedule..",
                "dev.yank.model..");
        only("instrument", "dev.yank.harness.instrument..", "dev.yank.harness.mutate..", "dev.yank.harness.kernel..");
        only("mutate", "dev.yank.harness.mutate..");
        only("examine", "dev.yank.harness.examine..", "dev.yank.model..");
        noClasses()
                .that()
                .resideInAPackage("dev.yank.harness.run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.yank.harness.cli..",
                        "dev.yank.harness.bench..",
                        "dev.yank.harness.generate..",
                        "dev.yank.harness.property..")
                .check(ALL);
    }

    /// The package alone may use these packages and the libraries that all may use.
    private static void only(String packageName, String... allowed) {
        classes()
                .that()
                .resideInAPackage("dev.yank.harness." + packageName)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with("jdk.internal.vm", allowed))
                .check(ALL);
    }

    @Test
    void nobodyOutsideTheSchedulerTouchesContinuations() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.yank.harness.schedule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jdk..", "sun..")
                .check(ALL);
    }

    @Test
    void eachLibraryIsKnownToOneRoom() {
        isKnownOnlyTo("net.jqwik..", "dev.yank.harness.generate..", "dev.yank.harness.property..");
        isKnownOnlyTo("io.qameta..", "dev.yank.reports..");
        isKnownOnlyTo("picocli..", "dev.yank.harness.cli..");
        isKnownOnlyTo("me.tongfei..", "dev.yank.harness.cli..");
        isKnownOnlyTo("clojure..", "dev.yank.harness.knossos..");
        isKnownOnlyTo("io.cucumber..", "dev.yank.features..", "dev.yank.reports.rulebook..");
        isKnownOnlyTo("freemarker..", "dev.yank.reports.pages..");
    }

    private static void isKnownOnlyTo(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(ALL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.yank.(**)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void nothingThatDecidesDependsOnTimeOrChance() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.yank.model..",
                        "dev.yank.harness.kernel..",
                        "dev.yank.harness.sim..",
                        "dev.yank.harness.schedule..",
                        "dev.yank.harness.program..",
                        "dev.yank.harness.coverage..",
                        "dev.yank.harness.shrink..",
                        "dev.yank.drivers..",
                        "dev.yank.subjects..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(UUID.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "identityHashCode", Object.class)
                .check(ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = ALL.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(found -> found.getName())
                .filter(name -> !name.equals("dev.yank")
                        && !name.equals("dev.yank.model")
                        && !name.equals("dev.yank.harness")
                        && !name.equals("dev.yank.drivers")
                        && !name.equals("dev.yank.subjects"))
                .collect(Collectors.toList());
        assertThat(unmarked).isEmpty();
    }

    private static String[] with(String first, String... more) {
        return Stream.of(List.of(LIBRARIES), List.of(first), List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }
}
