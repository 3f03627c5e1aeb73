package dev.yank.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.run.ReportPage;
import dev.yank.reports.Examples;
import dev.yank.reports.HostileWords;
import dev.yank.reports.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the real Allure command line, which the build unpacks before the tests.
class AllureHtmlTest {

    private static final Pattern DATA = Pattern.compile("d\\('data/[^']*','([A-Za-z0-9+/=]*)'\\)");

    @TempDir
    Path folder;

    @Test
    void thePageHoldsEveryResultAndAsksNobodyElse() throws IOException {
        Path first = results("first", "pl061-hopeful");
        Path second = folder.resolve("second");
        Files.createDirectories(second);
        new RunFolder(second, () -> Instant.EPOCH).write(Runs.run(Runs.violates(HostileWords.counterexample())));
        Path output = folder.resolve("out");

        ReportPage made = AllureHtml.ofProject()
                .generate(
                        List.of(first, second.resolve(RunFolder.RESULTS), folder.resolve("missing")),
                        output,
                        folder.resolve("history"));

        assertThat(made.remarks()).isEmpty();
        Path page = made.page();
        String html = Files.readString(page);
        assertThat(ForeignRequests.in(html)).isEmpty();
        assertThat(html).doesNotContain("googletagmanager", "google-analytics").contains("Content-Security-Policy");
        assertThat(html).doesNotContain("<script>window.hacked");
        assertThat(data(html))
                .contains("pl061-hopeful", "remove and unplug", "R22 remove wakes", "./yank replay y1.", "../../etc/");
        assertThat(page).isEqualTo(output.resolve("index.html"));
        assertThat(names(output)).containsExactly("index.html");
    }

    @Test
    void missingResultsAreNamed() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> AllureHtml.ofProject().generate(List.of(missing), folder, folder))
                .isInstanceOf(IOException.class)
                .hasMessage("The HTML report cannot be made: there are no results in " + missing
                        + "; run something first.");
    }

    @Test
    void aMissingCommandLineIsNamed() throws IOException {
        Path results = results("results", "pl061-hopeful");
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> new AllureHtml(nowhere).generate(List.of(results), folder.resolve("out"), folder))
                .isInstanceOf(IOException.class)
                .hasMessage("The HTML report cannot be made: there is no Allure command line in " + nowhere
                        + "; build Yank with mvn verify.");
    }

    @Test
    void aFailureOfTheGeneratorIsTold() throws IOException {
        Path results = results("results", "pl061-hopeful");
        Path broken = folder.resolve("broken");
        Files.createDirectories(broken.resolve("lib"));
        Path output = folder.resolve("out");
        assertThatThrownBy(() -> new AllureHtml(broken).generate(List.of(results), output, folder))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("The HTML report cannot be made: Allure ended with 1 and said: .*CommandLine.*");
        assertThat(names(output)).isEmpty();
    }

    @Test
    void anOutputThatCannotBeWrittenIsNamed() throws IOException {
        Path results = results("results", "pl061-hopeful");
        Path output = Files.writeString(folder.resolve("out"), "in the way");
        assertThatThrownBy(() -> AllureHtml.ofProject().generate(List.of(results), output, folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The HTML report cannot be written to " + output + ": ")
                .hasMessageEndingWith("; make room there or choose another folder.");
    }

    private Path results(String name, String driver) throws IOException {
        Path parent = Files.createDirectories(folder.resolve(name));
        var found = Runs.against(driver, Examples.blockedReader());
        new RunFolder(parent, () -> Instant.EPOCH).write(Runs.run(Runs.violates(found)));
        return parent.resolve(RunFolder.RESULTS);
    }

    private static List<String> names(Path output) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /// What the page carries inside, decoded.
    private static String data(String html) {
        return DATA.matcher(html)
                .results()
                .map((MatchResult match) ->
                        new String(Base64.getDecoder().decode(match.group(1)), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }
}
