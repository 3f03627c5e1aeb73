package dev.yank.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yank.harness.format.HistoryFiles;
import dev.yank.harness.format.Partition;
import dev.yank.harness.run.RunResult;
import dev.yank.reports.Examples;
import dev.yank.reports.HostileWords;
import dev.yank.reports.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunFolderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void thereIsOneResultForEveryDriver() throws IOException {
        write(Runs.mixed());
        assertThat(results().keySet())
                .containsExactly(
                        "pl061-frees-too-early",
                        "pl061-hopeful",
                        "pl061-idle",
                        "pl061-lock-cycle",
                        "pl061-lucky",
                        "pl061-rust-revocable");
    }

    @Test
    void theStatusSaysWhetherTheVerdictWasExpected() throws IOException {
        write(Runs.mixed());
        Map<String, JsonNode> results = results();
        assertThat(status(results, "pl061-rust-revocable")).isEqualTo("passed");
        assertThat(status(results, "pl061-frees-too-early")).isEqualTo("passed");
        assertThat(status(results, "pl061-hopeful")).isEqualTo("failed");
        assertThat(status(results, "pl061-lucky")).isEqualTo("failed");
        assertThat(status(results, "pl061-idle")).isEqualTo("broken");
    }

    @Test
    void labelsNameFamilyDeviceAndRule() throws IOException {
        write(Runs.mixed());
        JsonNode labels = results().get("pl061-frees-too-early").get("labels");
        assertThat(value(labels, "epic")).isEqualTo("dev yank drivers");
        assertThat(value(labels, "feature")).isEqualTo("after remove");
        assertThat(value(labels, "story")).isEqualTo("R34 reachable stays allocated");
        assertThat(value(labels, "tag")).isEqualTo("R34");
    }

    @Test
    void parametersTellHowItWasFoundAndHowToReplayIt() throws IOException {
        write(Runs.mixed());
        JsonNode parameters = results().get("pl061-hopeful").get("parameters");
        assertThat(value(parameters, "driver")).isEqualTo("pl061-hopeful");
        assertThat(value(parameters, "policy")).startsWith("P1=ENODEV");
        assertThat(value(parameters, "seed")).isEqualTo("42");
        assertThat(value(parameters, "strategy")).isEqualTo("pct(depth=2)");
        assertThat(value(parameters, "executions")).isEqualTo("1,234,567");
        assertThat(value(parameters, "executions/s")).isEqualTo("189,933");
        assertThat(value(parameters, "before shrinking")).isEqualTo("41 operations and 12 switches");
        assertThat(value(parameters, "after shrinking")).isEqualTo("4 operations and 1 switch");
        assertThat(value(parameters, "replay token")).startsWith("y1.");
    }

    @Test
    void stepsAreThoseOfTheTextAndTheLastOneHasFailed() throws IOException {
        write(Runs.mixed());
        JsonNode steps = results().get("pl061-hopeful").get("steps");
        JsonNode last = steps.get(steps.size() - 1);
        assertThat(steps.get(0).get("name").asString()).isEqualTo("1. set-up: probe -> 0");
        assertThat(last.get("name").asString()).isEqualTo("11. process 0: waits for ever: a wake-up");
        assertThat(last.get("status").asString()).isEqualTo("failed");
        assertThat(last.get("statusDetails").get("message").asString()).isEqualTo("R22 violated: nobody ever wakes it");
    }

    @Test
    void attachmentsExistAndTheReplayCommandComesFirst() throws IOException {
        write(Runs.mixed());
        for (String caught : List.of("pl061-hopeful", "pl061-frees-too-early")) {
            JsonNode attachments = results().get(caught).get("attachments");
            assertThat(names(attachments))
                    .containsExactly(
                            "how to replay it",
                            "counterexample",
                            "timeline",
                            "history (EDN)",
                            "history (JSON)",
                            "reproducer, a JUnit test",
                            "trace, every event");
            assertThat(attached(attachments.get(0))).isEqualTo("./yank replay y1.6ChVn2pd7Kq0bZxW4tJm\n");
            assertThat(attached(attachments.get(1))).contains("violated: ");
            assertThat(attached(attachments.get(2))).startsWith("<!doctype html>");
            assertThat(attached(attachments.get(3))).startsWith("{:process 0, :type :invoke, :f :probe");
            assertThat(attached(attachments.get(4))).startsWith("{\"process\":0,\"type\":\"invoke\",\"f\":\"probe\"");
            assertThat(attached(attachments.get(5))).contains("@Test", "y1.6ChVn2pd7Kq0bZxW4tJm");
            assertThat(attached(attachments.get(6))).startsWith(" event  task");
        }
    }

    @Test
    void textsHistoriesAndTracesHaveFoldersOfTheirOwn() throws IOException {
        write(Runs.mixed());
        assertThat(files("counterexamples"))
                .containsExactly("pl061-frees-too-early.txt", "pl061-hopeful.txt", "pl061-lock-cycle.txt");
        assertThat(files("histories")).contains("pl061-hopeful.edn", "pl061-hopeful.jsonl");
        assertThat(files("traces")).contains("pl061-hopeful.txt");
    }

    @Test
    void theSameRunWritesTheSameFiles() throws IOException {
        write(Runs.mixed());
        Map<String, String> before = contents();
        write(Runs.mixed());
        assertThat(contents()).isEqualTo(before).hasSizeGreaterThan(20);
    }

    @Test
    void whatAnEarlierRunLeftIsTakenAwayAndNothingElse() throws IOException {
        write(Runs.mixed());
        Path note = Files.writeString(folder.resolve("histories").resolve("note.txt"), "mine");
        Path other = Files.writeString(folder.resolve("allure-results").resolve("history.json"), "mine");
        write(Runs.run(Runs.conforms("alone")));
        assertThat(results()).containsOnlyKeys("alone");
        assertThat(files("counterexamples")).isEmpty();
        assertThat(files("traces")).isEmpty();
        assertThat(note).exists();
        assertThat(other).exists();
    }

    @Test
    void categoriesKnowEveryMessageThatIsNotPlainSuccess() throws IOException {
        write(Runs.mixed());
        JsonNode categories = read(folder.resolve("allure-results").resolve("categories.json"));
        for (JsonNode result : results().values()) {
            String status = result.get("status").asString();
            String message = result.get("statusDetails").get("message").asString();
            boolean isKnown = StreamSupport.stream(categories.spliterator(), false)
                    .anyMatch(category ->
                            category.get("matchedStatuses").get(0).asString().equals(status)
                                    && message.matches(
                                            category.get("messageRegex").asString()));
            assertThat(isKnown).as(message).isEqualTo(!message.startsWith("conforms"));
        }
    }

    @Test
    void theEnvironmentIsTold() throws IOException {
        write(Runs.mixed());
        assertThat(folder.resolve("allure-results").resolve("environment.properties"))
                .content()
                .contains("JDK=" + Runtime.version(), "Seed=42", "Processors=", "Yank=", "Run=complete");
        assertThat(read(folder.resolve("allure-results").resolve("executor.json"))
                        .get("buildName")
                        .asString())
                .isEqualTo("report 1, seed 42");
    }

    @Test
    void foreignTextStaysText() throws IOException {
        write(Runs.run(Runs.violates(HostileWords.counterexample())));
        for (Map.Entry<String, String> file : contents().entrySet()) {
            if (!file.getKey().endsWith(".edn") && !file.getKey().endsWith(".html")) {
                assertThat(file.getValue()).as(file.getKey()).matches("[\\n\\x20-\\x7e…]*");
            }
            assertThat(file.getKey()).matches("[a-z-]+/[A-Za-z0-9._-]+");
        }
        JsonNode result = results().values().iterator().next();
        assertThat(result.get("descriptionHtml").asString())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
        JsonNode details = result.get("statusDetails");
        assertThat(details.get("message").asString()).contains("< script>").doesNotContainPattern("<[a-z/!?]");
        assertThat(details.get("trace").asString()).contains("< script>", "<- ").doesNotContainPattern("<[a-z/!?]");
    }

    @Test
    void largeArtefactsAreCutAndSaySo() throws IOException {
        write(Runs.run(Runs.violates(Examples.longTrace())));
        String trace = Files.readString(folder.resolve("traces").resolve("pl061-puts-too-often.txt"));
        assertThat(trace.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(Capped.MOST_BYTES);
        assertThat(trace).endsWith(" bytes, because a file may have 2 MiB.\n").contains("\nLeft out here: the last ");
        assertThat(files("counterexamples")).hasSize(1);
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Files.writeString(folder.resolve("traces"), "");
        assertThatThrownBy(() -> write(Runs.mixed()))
                .isInstanceOf(IOException.class)
                .hasMessage("Results cannot be written to " + folder.resolve("traces")
                        + ": it is not a folder of its own; take it away or choose another folder.");
    }

    /// A device that is always full stands for a disk that is.
    @Test
    void whatDoesNotFitOnTheDiskIsNamedAndAllElseIsWritten() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full on this machine, which stands for a full disk");
        Path text = Files.createDirectory(folder.resolve("counterexamples")).resolve("pl061-hopeful.txt");
        Files.createSymbolicLink(text, full);
        assertThatThrownBy(() -> write(Runs.mixed()))
                .isInstanceOf(IOException.class)
                .hasMessage("Results cannot be written to " + text
                        + ": No space left on device; make room there or choose another folder.");
        assertThat(results()).hasSize(6);
        assertThat(files("counterexamples")).hasSize(3);
        assertThat(files("traces")).hasSize(3);
    }

    @Test
    void whatCannotBeShownIsNamedAndAllElseIsWritten() throws IOException {
        assertThatThrownBy(() -> write(Runs.run(Runs.violates(Runs.thatCannotBeWritten()), Runs.conforms("other"))))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("The history \\(EDN\\) of pl061-hopeful is missing, because making it failed with"
                        + " java.lang.IllegalArgumentException: Event 0 holds a Object; .*[a-z]\\.");
        assertThat(results()).containsOnlyKeys("other", "pl061-hopeful");
        assertThat(names(results().get("pl061-hopeful").get("attachments")))
                .containsExactly(
                        "how to replay it",
                        "counterexample",
                        "timeline",
                        "history (JSON)",
                        "reproducer, a JUnit test",
                        "trace, every event");
    }

    @Test
    void theSameFailureKeepsItsIdentityWhateverShowsIt() throws IOException {
        write(Runs.run(Runs.violates(Runs.against("pl061-hopeful", Examples.blockedReader()))));
        String first = identity("pl061-hopeful");
        write(Runs.run(Runs.violates(Runs.against("pl061-hopeful", Examples.useAfterFree()))));
        assertThat(identity("pl061-hopeful")).isNotEqualTo(first);
        write(Runs.run(Runs.conforms("other"), Runs.violates(Runs.otherToken("pl061-hopeful"))));
        assertThat(identity("pl061-hopeful")).isEqualTo(first);
    }

    private String identity(String driver) throws IOException {
        return results().get(driver).get("historyId").asString();
    }

    @Test
    void historiesAsJsonCanBeCheckedAgain() throws Exception {
        write(Runs.mixed());
        Path file = folder.resolve("histories").resolve("pl061-hopeful.jsonl");
        assertThat(HistoryFiles.read(file, Partition.named("none")).operations())
                .hasSize(4);
    }

    @Test
    void aLinkToElsewhereIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Path precious = Files.writeString(elsewhere.resolve("precious.txt"), "");
        Files.createSymbolicLink(folder.resolve("traces"), elsewhere);
        assertThatThrownBy(() -> write(Runs.mixed())).hasMessageContaining("not a folder of its own");
        assertThat(precious).exists();
    }

    private void write(RunResult run) throws IOException {
        new RunFolder(folder, () -> NOW).write(run);
    }

    private Map<String, JsonNode> results() throws IOException {
        Map<String, JsonNode> results = new TreeMap<>();
        for (String file : files("allure-results")) {
            if (file.endsWith("-result.json")) {
                JsonNode result = read(folder.resolve("allure-results").resolve(file));
                results.put(result.get("name").asString(), result);
            }
        }
        return results;
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private List<String> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(kind))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String kind : List.of("allure-results", "counterexamples", "histories", "traces")) {
            for (String file : files(kind)) {
                contents.put(
                        kind + "/" + file, Files.readString(folder.resolve(kind).resolve(file)));
            }
        }
        return contents;
    }

    private String attached(JsonNode attachment) throws IOException {
        return Files.readString(folder.resolve("allure-results")
                .resolve(attachment.get("source").asString()));
    }

    private static List<String> names(JsonNode named) {
        return StreamSupport.stream(named.spliterator(), false)
                .map(one -> one.get("name").asString())
                .toList();
    }

    private static String value(JsonNode named, String name) {
        return StreamSupport.stream(named.spliterator(), false)
                .filter(one -> one.get("name").asString().equals(name))
                .map(one -> one.get("value").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String status(Map<String, JsonNode> results, String driver) {
        return results.get(driver).get("status").asString();
    }
}
