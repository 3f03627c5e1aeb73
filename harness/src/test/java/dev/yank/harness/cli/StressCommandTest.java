package dev.yank.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yank.harness.run.ExitStatus;
import dev.yank.harness.run.TestDrivers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class StressCommandTest {

    @TempDir
    private Path folder;

    private Said stress(String... arguments) {
        return stress(2, arguments);
    }

    private Said stress(int workers, String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("stress", "--seed", "1", "--executions", "120", "--out", folder.toString()));
        all.addAll(List.of("--workers", Integer.toString(workers)));
        all.addAll(List.of(arguments));
        return Said.by(all.toArray(String[]::new));
    }

    @Test
    void aKnownBadDriverThatIsCaughtIsAsExpected() {
        Said said = stress("test-leaky");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("TABLE test-leaky violates")
                .containsPattern("test-leaky covered \\d+ rules, 1 histories \\(last new at execution 1 of 1\\), ")
                .containsPattern("COUNTEREXAMPLE R5 y3\\.test-leaky\\.")
                .containsPattern(
                        "test-leaky is inconclusive for \\d+ rules that no execution exercised: R3, [^\n]*\\bR43,")
                .doesNotContainPattern("is inconclusive for [^\n]*\\bR5\\b");
        assertThat(folder.resolve("result.json")).content().containsPattern("\"inconclusive\" : \\[ \"R3\",");
        assertThat(said.err().lines().toList())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).isEqualTo("seed 1, 1 drivers, 2 workers, budget 1m"))
                .satisfies(lines ->
                        assertThat(lines.get(1)).matches(" 1/1 test-leaky +violates R5 after [\\d,]+ executions"));
        assertThat(folder.resolve("written.txt")).hasContent("TABLE test-leaky violates\n");
        assertThat(folder.resolve("result.json")).isNotEmptyFile();
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("written.txt", "result.json", "reproducers", "last-executions");
        assertThat(folder.resolve("reproducers").toFile().list()).containsExactly("TestLeakyR5Test.java");
    }

    /// It has no lines, which the programs ask for.
    @Test
    void aRuleThatIsBrokenUnexpectedlyIsAViolation() {
        Said said = stress("test-quiet");
        assertThat(said.status()).isEqualTo(ExitStatus.VIOLATION.number());
        assertThat(said.out())
                .contains("TABLE test-quiet violates")
                .containsPattern("COUNTEREXAMPLE (L1|R20) y3\\.test-quiet\\.");
    }

    @Test
    void theTokenOfACounterexampleReplays() {
        String out = stress("test-leaky").out();
        String token = out.substring(out.indexOf("y3.test-leaky.")).strip();
        Said said = Said.by("replay", token);
        assertThat(said.err()).isEmpty();
        assertThat(said.status()).isZero();
        assertThat(said.out()).isEqualTo("COUNTEREXAMPLE R5 " + token + "\n");
    }

    @Test
    void aUsersDriverIsJudgedAndItsTokenReplays() {
        Said said = stress("--class-path", "target/test-classes", "dev.yank.testdriver.LeakyChip");
        assertThat(said.status()).as(said.err()).isZero();
        String token = said.out()
                .substring(said.out().indexOf("y3.dev.yank.testdriver.LeakyChip."))
                .strip();
        assertThat(Said.by("replay", "--class-path", "target/test-classes", token)
                        .out())
                .isEqualTo("COUNTEREXAMPLE R5 " + token + "\n");
        assertThat(Said.by("replay", token).sentence(ExitStatus.USAGE))
                .startsWith("There is no driver 'dev.yank.testdriver.LeakyChip'")
                .contains("give --class-path");
    }

    @Test
    void aDriverThatCannotBeRepeatedIsAFailureOfTheHarness() {
        Said said = stress("--class-path", "target/test-classes", "dev.yank.testdriver.FickleChip");
        assertThat(said.status()).isEqualTo(ExitStatus.HARNESS_FAILED.number());
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("yank: An execution could not be repeated: ")
                .doesNotContain("\tat ");
    }

    @Test
    void jsonHasTheFieldsOfTheManual() throws IOException {
        Said said = stress("--format", "json", "test-leaky", "test-quiet");
        JsonNode result = JsonMapper.builder().build().readTree(said.out());
        assertThat(result.propertyNames()).containsExactly("verdict", "exit", "seed", "drivers");
        assertThat(result.get("verdict").asString()).isEqualTo("violation");
        assertThat(result.get("exit").asInt()).isEqualTo(1).isEqualTo(said.status());
        assertThat(result.get("seed").asLong()).isEqualTo(1);
        assertThat(result.get("drivers").size()).isEqualTo(2);
        for (JsonNode driver : result.get("drivers")) {
            assertThat(driver.propertyNames())
                    .containsExactly(
                            "name",
                            "device",
                            "expected",
                            "verdict",
                            "rule",
                            "executions",
                            "seconds",
                            "toFirst",
                            "token",
                            "shrinking",
                            "groups",
                            "coverage",
                            "inconclusive");
            assertThat(driver.get("device").asString()).isEqualTo("pl061");
            assertThat(driver.get("executions").asLong()).isPositive();
            assertThat(driver.get("seconds").isNumber()).isTrue();
            assertThat(driver.get("toFirst").asLong()).isPositive();
        }
        JsonNode leaky = result.get("drivers").get(0);
        assertThat(leaky.get("name").asString()).isEqualTo("test-leaky");
        assertThat(leaky.get("expected").asString()).isEqualTo("violates R5");
        assertThat(leaky.get("verdict").asString()).isEqualTo("violates");
        assertThat(leaky.get("rule").asString()).isEqualTo("R5");
        assertThat(leaky.get("token").asString()).startsWith("y3.test-leaky.");
        JsonNode shrinking = leaky.get("shrinking");
        assertThat(shrinking.propertyNames()).containsExactly("strategy", "shape", "before", "after", "minimality");
        assertThat(shrinking.get("before").propertyNames()).containsExactly("operations", "processes", "switches");
        assertThat(shrinking.get("after").get("operations").asInt()).isEqualTo(1);
        assertThat(shrinking.get("minimality").asString()).isEqualTo("nothing smaller fails with as few switches");
        JsonNode group = leaky.get("groups").get(0);
        assertThat(group.propertyNames())
                .containsExactly(
                        "rule", "oracle", "where", "seen", "first", "fastest", "fastestToken", "shortestToken");
        assertThat(group.get("rule").asString()).isEqualTo("R5");
        assertThat(group.get("oracle").asString()).isEqualTo("audit");
        assertThat(group.get("shortestToken").asString())
                .isEqualTo(leaky.get("token").asString());
        JsonNode coverage = leaky.get("coverage");
        assertThat(coverage.propertyNames())
                .containsExactly(
                        "histories",
                        "accessOrders",
                        "lastNewHistory",
                        "lastNewAccessOrder",
                        "rules",
                        "operations",
                        "growth");
        assertThat(coverage.get("rules").get("R5").get("executions").asLong()).isPositive();
        assertThat(coverage.get("operations").get("open").get("bound").asLong()).isPositive();
        assertThat(coverage.get("growth").get(0).propertyNames())
                .containsExactly("executions", "histories", "accessOrders");
        assertThat(Files.readString(folder.resolve("result.json"))).isEqualTo(said.out());
    }

    @Test
    void whoKeepsGoingSeesEveryBug() {
        String out = stress("--keep-going", "--format", "json", "test-hasty").out();
        JsonNode hasty =
                JsonMapper.builder().build().readTree(out).get("drivers").get(0);
        assertThat(hasty.get("executions").asLong()).isGreaterThanOrEqualTo(120);
        assertThat(hasty.get("groups").size()).isGreaterThan(1);
        assertThat(hasty.get("groups")).allSatisfy(group -> {
            assertThat(group.get("seen").asLong()).isPositive();
            assertThat(group.get("first").asLong()).isPositive();
            assertThat(group.get("fastest").asLong())
                    .isLessThanOrEqualTo(group.get("first").asLong());
            assertThat(Said.by("replay", group.get("fastestToken").asString()).status())
                    .isIn(0, 1);
        });
        assertThat(stress("--keep-going", "test-hasty").out())
                .containsPattern("test-hasty broke rules in \\d+ ways:")
                .containsPattern(
                        "  R\\d+ +[\\d,]+ executions, first [\\d,]+, at best after [\\d,]+ of one program; .+ at .+");
    }

    @Test
    void everyAttemptToShrinkCanBeLogged() throws IOException {
        Path log = folder.resolve("attempts.txt");
        assertThat(stress("--log-shrinking", log.toString(), "test-leaky").status())
                .isZero();
        assertThat(Files.readAllLines(log))
                .hasSizeGreaterThan(3)
                .allMatch(line -> line.matches(
                        "test-leaky \\d+ (cut|switches|verify) (FAILS|passes) \\[.* \\|\\| .*\\].* under [a-z0-9()]+"))
                .anyMatch(line -> line.contains(" cut FAILS "))
                .anyMatch(line -> line.contains(" verify passes "));
        assertThat(stress("--log-shrinking", folder.resolve("no/where").toString(), "test-leaky")
                        .sentence(ExitStatus.USAGE))
                .contains("The attempts to shrink cannot be written to ");
    }

    @Test
    void shapesAreWrittenBeforeTheirPrograms() throws IOException {
        Path log = folder.resolve("shapes.txt");
        Said said = stress("--log-shapes", log.toString(), "--format", "json", "test-hasty");
        String shape = JsonMapper.builder()
                .build()
                .readTree(said.out())
                .get("drivers")
                .get(0)
                .get("shrinking")
                .get("shape")
                .asString();
        assertThat(Files.readAllLines(log))
                .allMatch(
                        line -> line.matches("program seed -?\\d+: \\d process(es)? of up to \\d operations; open, .*"))
                .anyMatch(line -> line.endsWith(": " + shape));
    }

    @Test
    void whereTheLastRunBrokeOffIsSaid() throws IOException {
        assertThat(Said.by("replay", "--last", "--out", folder.toString()).sentence(ExitStatus.USAGE))
                .contains("did not break off in an execution");
        stress("test-leaky");
        assertThat(Said.by("replay", "--last", "--out", folder.toString()).sentence(ExitStatus.USAGE))
                .contains("did not break off in an execution");
        TestDrivers.breakOff(folder.resolve("last-executions"));
        Said said = Said.by("replay", "--last", "--out", folder.toString());
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .matches("Worker 0 was in its execution 1, of test-leaky; repeat it with: ./yank replay y3\\S+\\R");
        String token = said.out().substring(said.out().indexOf("y3.")).strip();
        assertThat(Said.by("replay", token).out()).startsWith("COUNTEREXAMPLE R5 ");
        assertThat(stress("test-leaky").err())
                .startsWith("The run before this one broke off." + System.lineSeparator() + "Worker 0 was in its");
    }

    @Test
    void theSameSeedGivesTheSameResult() {
        assertThat(withoutTime(stress(2, "--format", "json", "test-hasty", "test-leaky")
                        .out()))
                .isEqualTo(withoutTime(stress(1, "--format", "json", "test-hasty", "test-leaky")
                        .out()));
    }

    private static String withoutTime(String json) {
        return json.replaceAll("\"seconds\" : [0-9.E-]+", "");
    }

    @ParameterizedTest
    @CsvSource({
        PlainReporting.FAILS_WITH_IO + ", the disk is full",
        PlainReporting.FAILS_UNEXPECTEDLY + ", a bug of the report"
    })
    void aReportThatFailsChangesNoVerdict(String how, String reason) throws IOException {
        Said whole = stress("test-leaky");
        Files.createFile(folder.resolve(how));
        Said said = stress("test-leaky");
        assertThat(said.status()).isEqualTo(whole.status()).isZero();
        assertThat(said.out()).isEqualTo(whole.out());
        assertThat(said.err())
                .endsWith("yank: The results could not all be written to " + folder + " (" + reason
                        + "); the verdicts stand." + System.lineSeparator())
                .doesNotContain("\tat ");
    }

    @Test
    void whatCannotBeShownIsSaidPlainlyAndChangesNoVerdict() throws IOException {
        Files.createDirectory(folder.resolve(PlainReporting.CANNOT_BE_SHOWN));
        String path = "target/test-classes" + File.pathSeparator + folder.resolve(PlainReporting.CANNOT_BE_SHOWN);
        Said said = Said.by(
                "stress",
                "--seed",
                Long.toString(PlainReporting.SEED_THAT_CANNOT_BE_SHOWN),
                "--executions",
                "120",
                "--out",
                folder.toString(),
                "--class-path",
                path,
                "dev.yank.testdriver.LeakyChip");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("test-leaky: violates R5, expected: violates R5")
                .contains("test-leaky: R5 violated: ")
                .contains("./yank replay --class-path " + path + " y3.dev.yank.testdriver.LeakyChip.");
        assertThat(said.err())
                .contains("yank: The table is shown in the plainest way, because making it failed"
                        + " (java.lang.StackOverflowError: a bug of the table); the verdicts stand.")
                .contains("yank: The counterexample of test-leaky is shown in the plainest way,"
                        + " because making it failed (a bug of the text); the verdicts stand.")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("result.json")).isNotEmptyFile();
    }

    /// A device that is always full stands for a disk that is.
    @Test
    void aFullDiskChangesNoVerdict() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full on this machine, which stands for a full disk");
        Files.createSymbolicLink(folder.resolve("result.json"), full);
        Said said = stress("test-leaky");
        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("TABLE test-leaky violates", "COUNTEREXAMPLE R5");
        assertThat(said.err())
                .endsWith("yank: The results could not all be written to " + folder
                        + " (No space left on device); the verdicts stand." + System.lineSeparator());
        assertThat(folder.resolve("written.txt")).isNotEmptyFile();
    }

    @Test
    void aSeedThatIsDrawnIsSaid() {
        Said said = Said.by("stress", "--executions", "60", "--out", folder.toString(), "test-leaky");
        assertThat(said.err()).containsPattern("^seed \\d+, 1 drivers, \\d+ workers, budget 1m\\R");
        assertThat(said.status()).isZero();
    }

    @Test
    void anotherNumberOfProcessesIsAllowed() {
        assertThat(stress("--processes", "1", "--strategy", "pct(2)", "--budget", "20s", "test-leaky")
                        .status())
                .isZero();
    }

    @Test
    void aReportIsMadeOfWhatWasWritten() {
        stress("test-leaky");
        Said said = Said.by("report", "--out", folder.toString());
        assertThat(said.status()).isZero();
        assertThat(said.out()).isEqualTo(folder.resolve("index.html") + System.lineSeparator());
        assertThat(said.err()).isEmpty();
    }

    @Test
    void whatIsMissingInAReportIsSaid() throws IOException {
        stress("test-leaky");
        Files.createFile(folder.resolve(PlainReporting.DAMAGED));
        Said said = Said.by("report", "--out", folder.toString());
        assertThat(said.status()).isZero();
        assertThat(said.err()).isEqualTo("yank: One result is damaged." + System.lineSeparator());
    }
}
