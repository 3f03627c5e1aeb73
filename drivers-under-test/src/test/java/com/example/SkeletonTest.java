package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.Progress;
import dev.yank.harness.run.Stress;
import dev.yank.harness.run.TrialSettings;
import dev.yank.model.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The template that the tutorial begins with: this module compiles it, and here it is loaded and stressed.
final class SkeletonTest {

    private static final Path SOURCE = Path.of("src", "test", "java", "com", "example", "Skeleton.java");
    private static final RandomPrograms PROGRAMS = new RandomPrograms(2, 4);

    @Test
    void theLifetimeSkeletonOfACharacterDeviceDriverTakesLessThanSixtyLines() throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        int begin = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("@UnderTest"))
                .findFirst()
                .orElseThrow());
        assertThat(lines.subList(begin, lines.size()).stream().filter(line -> !line.isBlank()))
                .hasSizeBetween(30, 59);
    }

    @Test
    void theSkeletonConforms() {
        LoadedDriver skeleton = DriverCatalog.ofProject().ofClass("com.example.Skeleton");
        var settings = new TrialSettings(
                1, "portfolio", 2, Optional.of(3_000L), (device, seed) -> PROGRAMS.program(device.kind(), seed));
        DriverResult result = new Stress(List.of(skeleton), settings, Progress.SILENT)
                .run(Duration.ofMinutes(5))
                .drivers()
                .getFirst();
        assertThat(result.verdict()).isEqualTo(new Verdict.Conforms());
    }

    /// The names of kernel functions in the tutorial are those of the port, and the files that it names are
    /// there.
    @Test
    void theTutorialNamesFilesThatThereAre() throws IOException {
        String tutorial = Files.readString(Path.of("README.md"));
        var links = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(tutorial);
        List<String> files = links.results().map(link -> link.group(1)).toList();
        assertThat(files)
                .hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }
}
