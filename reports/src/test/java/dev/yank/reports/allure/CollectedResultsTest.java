package dev.yank.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.reports.Runs;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectedResultsTest {

    private static final String SCENARIO = """
        {"uuid": "%s", "historyId": "%s", "name": "whoever closes last",
         "fullName": "features/after-removal.feature:%d", "status": "passed", "stage": "finished",
         "start": 1, "stop": 2,
         "labels": [{"name": "tag", "value": "R34"}, {"name": "feature", "value": "After removal"},
                    {"name": "story", "value": "whoever closes last"}, {"name": "framework", "value": "cucumber4jvm"},
                    {"name": "epic", "value": "edu gated"}],
         "parameters": [{"name": "driver", "value": "edu-gated"}]}
        """;

    private static final String PROPERTY = """
        {"uuid": "p", "historyId": "h", "name": "a failed probe leaves nothing behind", "status": "failed", "start": 1,
         "stop": 2, "statusDetails": {"message": "no <img src=x onerror=y> here", "trace": "<script>"},
         "labels": [{"name": "framework", "value": "junit-platform"}, {"name": "suite", "value": "DriverProperties"},
                    {"name": "junit.platform.uniqueid", "value":
             "[engine:jqwik]/[class:dev.yank.drivers.EduGatedPropertiesTest]/[property:aFailedProbe(Program, long)]"}]}
        """;

    @TempDir
    Path folder;

    @Test
    void aScenarioHasTheLabelsOfItsRuleAndKeepsThoseOfItsDriver() throws IOException {
        Path results = Files.createDirectories(folder.resolve("a"));
        Files.writeString(results.resolve("u-result.json"), SCENARIO.formatted("u", "h", 78));
        TestResult scenario = collected(List.of(results)).getFirst();
        assertThat(label(scenario, "epic")).containsExactly("edu gated");
        assertThat(label(scenario, "feature")).containsExactly("after remove");
        assertThat(label(scenario, "story")).containsExactly("R34 reachable stays allocated");
        assertThat(label(scenario, "severity")).containsExactly("blocker");
        assertThat(scenario.getParameters()).extracting(Parameter::getValue).containsExactly("edu-gated");
    }

    @Test
    void aScenarioThatMovesToAnotherLineIsTheSame() throws IOException {
        Path before = Files.createDirectories(folder.resolve("a"));
        Path after = Files.createDirectories(folder.resolve("b"));
        Files.writeString(before.resolve("u-result.json"), SCENARIO.formatted("u", "before", 78));
        Files.writeString(after.resolve("v-result.json"), SCENARIO.formatted("v", "after", 99));
        String one = collected(List.of(before)).getFirst().getHistoryId();
        assertThat(collected(List.of(after)).getFirst().getHistoryId()).isEqualTo(one);
    }

    @Test
    void twoResultsNeverShareAnIdentity() throws IOException {
        Path results = Files.createDirectories(folder.resolve("a"));
        Files.writeString(results.resolve("u-result.json"), SCENARIO.formatted("u", "first", 78));
        Files.writeString(results.resolve("v-result.json"), SCENARIO.formatted("v", "second", 99));
        assertThat(collected(List.of(results)))
                .extracting(TestResult::getHistoryId)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPropertyBelongsToTheClassThatWasTestedAndIsHarmless() throws IOException {
        Path results = Files.createDirectories(folder.resolve("a"));
        Files.writeString(results.resolve("p-result.json"), PROPERTY);
        TestResult property = collected(List.of(results)).getFirst();
        assertThat(label(property, "epic")).containsExactly("Yank itself");
        assertThat(label(property, "story")).containsExactly("EduGatedPropertiesTest");
        assertThat(label(property, "framework")).containsExactly("jqwik");
        assertThat(label(property, "parentSuite")).containsExactly("tests of drivers");
        assertThat(property.getStatusDetails().getMessage()).isEqualTo("no < img src=x onerror=y> here");
        assertThat(property.getStatusDetails().getTrace()).isEqualTo("< script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"uuid\": \"u\", \"name\"",
                "{\"uuid\": \"u\", \"name\": \"cut off before its status\"}",
                "{\"uuid\": \"u\", \"name\": \"n\", \"status\": \"purple\", \"start\": 1, \"stop\": 2}",
                "{\"uuid\": \"u\", \"name\": \"n\", \"status\": \"passed\", \"start\": 1, \"stop\": 2, \"labels\": 7}",
                "{\"uuid\": \"../u\", \"name\": \"n\", \"status\": \"passed\", \"start\": 1, \"stop\": 2}"
            })
    void whatIsDamagedIsLeftOutAndNamedAndTheRestStays(String damaged) throws IOException {
        Path results = Files.createDirectories(folder.resolve("a"));
        Files.writeString(results.resolve("u-result.json"), damaged);
        Files.writeString(results.resolve("v-result.json"), SCENARIO.formatted("v", "h", 99));
        Files.writeString(results.resolve("w-container.json"), "{\"uuid\"");
        CollectedResults collected = new CollectedResults(target());
        collected.add(results);
        assertThat(read(target())).extracting(TestResult::getUuid).containsExactly("v");
        assertThat(collected.remarks())
                .singleElement()
                .asString()
                .startsWith("Of the results in " + results
                        + " 2 files are damaged or missing, and left out of the report: u-result.json (")
                .endsWith(") and others.");
    }

    @Test
    void anAttachmentThatIsGoneIsLeftOutAndNamed() throws IOException {
        new RunFolder(folder, () -> Instant.EPOCH).write(Runs.mixed());
        Path results = folder.resolve(RunFolder.RESULTS);
        Path gone;
        try (Stream<Path> files = Files.list(results)) {
            gone = files.filter(file -> file.toString().endsWith(".edn"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(gone);
        CollectedResults collected = new CollectedResults(target());
        collected.add(results);
        assertThat(read(target())).hasSize(6);
        assertThat(collected.remarks())
                .containsExactly("Of the results in " + results
                        + " 1 file is damaged or missing, and left out of the report: " + gone.getFileName() + ".");
    }

    @Test
    void attachmentsOutsideOfTheFolderAreNotTaken() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Path results = Files.createDirectories(folder.resolve("a"));
        Files.writeString(
                results.resolve("u-result.json"),
                SCENARIO.formatted("u", "h", 1)
                        .replace(
                                "\"stop\": 2,",
                                "\"stop\": 2, \"attachments\": [{\"name\": \"x\", \"source\": \"../secret.txt\"}],"));
        TestResult result = collected(List.of(results)).getFirst();
        assertThat(result.getAttachments()).isEmpty();
    }

    @Test
    void theSameResultsHaveTheSameFingerprintAndOthersAnother() throws IOException {
        Path results = Files.createDirectories(folder.resolve("a"));
        Files.writeString(results.resolve("u-result.json"), SCENARIO.formatted("u", "h", 1));
        String first = fingerprint(results);
        assertThat(fingerprint(results)).isEqualTo(first);
        Files.writeString(
                results.resolve("u-result.json"),
                SCENARIO.formatted("u", "h", 1).replace("1,", "5,"));
        assertThat(fingerprint(results)).isNotEqualTo(first);
    }

    private String fingerprint(Path results) throws IOException {
        CollectedResults collected = new CollectedResults(Files.createTempDirectory(folder, "t"));
        collected.add(results);
        return collected.fingerprint();
    }

    private List<TestResult> collected(List<Path> folders) throws IOException {
        Path target = Files.createTempDirectory(folder, "target");
        CollectedResults collected = new CollectedResults(target);
        for (Path one : folders) {
            collected.add(one);
        }
        return read(target);
    }

    private Path target() throws IOException {
        return Files.createDirectories(folder.resolve("target"));
    }

    private static List<TestResult> read(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            List<TestResult> results = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith("-result.json")) {
                    results.add(ResultJson.result(file));
                }
            }
            return results;
        }
    }

    private static List<String> label(TestResult result, String name) {
        return result.getLabels().stream()
                .filter(label -> label.getName().equals(name))
                .map(Label::getValue)
                .toList();
    }
}
