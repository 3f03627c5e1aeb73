package dev.yank.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.ExitStatus;
import dev.yank.model.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said to a user who asks for something that cannot be, or for help.
final class YankTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stress Nope | There is no driver 'Nope'; see ./yank list drivers, or give --class-path and a class"
                        + " name for a driver of your own.",
                "stress test-quite | There is no driver 'test-quite' (did you mean test-quiet?); see ./yank list"
                        + " drivers, or give --class-path and a class name for a driver of your own.",
                "stress --budget soon | Invalid value for option '--budget': 'soon' is not a duration; write a number"
                        + " and ms, s, m or h, such as 60s. See ./yank stress --help.",
                "stress --budget 0s | --budget must be longer than nothing; write for example 60s.",
                "stress --budget -5s | Invalid value for option '--budget': '-5s' is not a duration; write a number"
                        + " and ms, s, m or h, such as 60s. See ./yank stress --help.",
                "stress --processes 9..2 | Invalid value for option '--processes': '9..2' is not a number of"
                        + " processes; write one from 1 to 8, or a range such as 2..4. See ./yank stress --help.",
                "stress --workers 0 | --workers must be from 1 to 256, but is 0.",
                "stress --workers many | Invalid value for option '--workers': 'many' is not an int. See ./yank stress"
                        + " --help.",
                "stress --executions 0 | --executions must be at least 1, but is 0.",
                "stress --seed x | Invalid value for option '--seed': 'x' is not a long. See ./yank stress --help.",
                "stress --strategy x | There is no strategy 'x'; './yank list strategies' names them, with D and N"
                        + " from 1 to 99.",
                "stress --strategy pct(0) | There is no strategy 'pct(0)'; './yank list strategies' names them,"
                        + " with D and N from 1 to 99.",
                "stress --format xml | Invalid value for option '--format': expected one of [TEXT, JSON]"
                        + " (case-insensitive) but was 'xml'. See ./yank stress --help.",
                "stress --class-path target/test-classes | --class-path was given but no class; name the driver class"
                        + " to judge.",
                "replay rubbish | This is not a replay token: it should look like"
                        + " y3.<driver>.<program>.<schedule>.<trace>; copy the whole last line of a counterexample.",
                "replay y3.test-hasty.AAAAAAAA..AAA | This token is damaged (its program part, 'AAAAAAAA', is not as it"
                        + " was written); copy the whole last line of a counterexample.",
                "replay y7.test-hasty.AAAAAAAA | This token was written by another version (y7) than this one reads"
                        + " (y3), and schedules mean something else there; replay it with the version of Yank that"
                        + " wrote it.",
                "replay | Missing required parameter: 'TOKEN'. See ./yank replay --help.",
                "show rubbish | There is no file 'rubbish', and it is no replay token either; give the last word of a"
                        + " counterexample, or a file with a recorded history.",
                "show y3.test-hasty.AAAAAAAA..AAA | This token is damaged (its program part, 'AAAAAAAA', is not as it"
                        + " was written); copy the whole last line of a counterexample.",
                "stress --target moon | There is no target 'moon'; write simulated or linux.",
                "stress --target linux --strategy random | Leave out --strategy; the target linux chooses its schedules"
                        + " itself.",
                "stress --target linux --format json | Leave out --format; it goes with drivers of the simulated"
                        + " kernel.",
                "stress --kernel 6.1 | Leave out --kernel; it goes with --target linux.",
                "list | Say what to list: drivers, rules, policies, strategies, subjects, targets or mutants. See"
                        + " ./yank list --help.",
                "list wishes | Unmatched argument at index 1: 'wishes'. See ./yank list --help.",
                "bench rate Nope | There is no driver 'Nope'; see ./yank list drivers, or give --class-path and a class"
                        + " name for a driver of your own.",
                "bench rate test-quiet --strategy x | There is no strategy 'x'; './yank list strategies' names them,"
                        + " with D and N from 1 to 99.",
                "bench rate --workers 0 | --workers must be from 1 to 256, but is 0.",
                "bench rate --round 0s | --round must be longer than nothing; write for example 1s.",
                "bench cost --round 0s | --round must be longer than nothing; write for example 500ms.",
                "bench subjects nope | There is no subject 'nope'; see ./yank list subjects.",
                "bench subjects --seeds 0 | --seeds must be at least 1, but is 0.",
                "bench subjects --schedules 0 | --schedules must be at least 1, but is 0.",
                "bench subjects --strategy x | There is no strategy 'x'; './yank list strategies' names them, with D"
                        + " and N from 1 to 99.",
                "dance | Unmatched argument at index 0: 'dance'. See ./yank --help.",
                "--wide | Unknown option: '--wide'. See ./yank --help."
            })
    void saysInOneSentenceWhatIsWrong(String arguments, String sentence) {
        assertThat(Said.by(arguments.split(" ")).sentence(ExitStatus.USAGE)).isEqualTo(sentence);
    }

    @Test
    void saysWhatToDoWhenNothingIsAskedFor() {
        assertThat(Said.by().sentence(ExitStatus.USAGE))
                .isEqualTo("Say what to do: stress, exhaust, kill-matrix, check, replay, show, list, report, bench or"
                        + " linux. See ./yank --help.");
    }

    @Test
    void saysThatAClassIsNotOnTheClassPath() {
        assertThat(Said.by("stress", "--class-path", folder.toString(), "com.example.Nope")
                        .sentence(ExitStatus.USAGE))
                .isEqualTo("Class com.example.Nope is not on the class path " + folder + "; check --class-path.");
        assertThat(Said.by(
                                "stress",
                                "--class-path",
                                folder.resolve("nowhere.jar").toString(),
                                "com.example.Nope")
                        .sentence(ExitStatus.USAGE))
                .contains("nowhere.jar");
    }

    @Test
    void theHelpSaysWhatEachExitStatusMeansInEightyColumns() {
        String help = Said.by("--help").out();
        for (ExitStatus status : ExitStatus.values()) {
            assertThat(help.replaceAll("\\s+", " ")).contains(" " + status.number() + " " + status.meaning());
        }
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void saysThatADriverCannotBeJudged() {
        Path classes = CompiledSource.compile(folder, "Counting", """
            @dev.yank.harness.kernel.UnderTest(name = "counting", device = "pl061")
            public class Counting implements dev.yank.harness.kernel.AmbaDriver {
                static int probes;
                public java.util.List<dev.yank.harness.kernel.AmbaId> id_table() {
                    return java.util.List.of();
                }
                public int probe(dev.yank.harness.kernel.AmbaDevice adev, dev.yank.harness.kernel.AmbaId id) {
                    probes++;
                    return 0;
                }
            }
            """);
        assertThat(Said.by("stress", "--class-path", classes.toString(), "com.example.Counting")
                        .sentence(ExitStatus.USAGE))
                .startsWith("Class com.example.Counting, field probes")
                .contains("keep module state in a field of the driver object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Silent", "NotWhole", "NoConstructor", "BadPolicy"})
    void saysWhatADriverForgotToSay(String simpleName) {
        String className = "dev.yank.testdriver.Misdeclared$" + simpleName;
        assertThat(Said.by("stress", "--class-path", "target/test-classes", className)
                        .sentence(ExitStatus.USAGE))
                .contains(className);
    }

    @Test
    void saysThatResultsCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("in-the-way"), "x");
        assertThat(stressInto(file))
                .isEqualTo("Results cannot be written to " + file
                        + " (a file of that name is in the way); choose another" + " folder with --out.");
        assertThat(stressInto(file.resolve("below"))).startsWith("Results cannot be written to " + file);
        assertThat(stressInto(Path.of("/proc/yank"))).startsWith("Results cannot be written to /proc/yank (");
        assertThat(file).hasContent("x");
    }

    private static String stressInto(Path out) {
        return Said.by("stress", "test-leaky", "--out", out.toString()).sentence(ExitStatus.USAGE);
    }

    @Test
    void saysThatThereAreNoResultsToReport() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(Said.by("report", "--out", nowhere.toString()).sentence(ExitStatus.USAGE))
                .isEqualTo("There are no results in " + nowhere
                        + "; run ./yank stress first, or say with --out where they are.");
        assertThat(Said.by("report", "--out", folder.toString()).sentence(ExitStatus.HARNESS_FAILED))
                .isEqualTo("The report could not be made: there are no results in it.");
    }

    @ParameterizedTest
    @CsvSource({"drivers, test-quiet", "rules, R34", "policies, P1", "strategies, pct(D)"})
    void listsWhatThereIs(String what, String item) {
        Said said = Said.by("list", what);
        assertThat(said.status()).isZero();
        assertThat(said.out()).contains(item).doesNotContain("Source[", "Optional");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void listsEveryRuleWithASource() {
        String out = Said.by("list", "rules").out();
        RuleBook.rules()
                .forEach(rule -> assertThat(out).contains(rule.statement()).containsPattern("(?m)^" + rule.id() + " "));
        assertThat(out)
                .contains("     source: "
                        + RuleBook.rules().getFirst().sources().getFirst().cite());
        assertThat(out.lines().filter(line -> line.startsWith("     source: ")))
                .hasSizeGreaterThanOrEqualTo(RuleBook.rules().size());
        assertThat(out).containsPattern("\\R\\d+ of " + RuleBook.rules().size() + " rules are judged\\.\\R$");
    }

    @Test
    void listsEveryDriverWithWhatIsExpected() {
        assertThat(Said.by("list", "drivers").out())
                .containsPattern("(?m)^test-quiet +pl061 +conforms$")
                .containsPattern("(?m)^test-hasty +pl061 +violates R34$");
    }

    @Test
    void helpIsOnStandardOutput() {
        for (String[] arguments :
                new String[][] {{"--help"}, {"stress", "--help"}, {"replay", "-h"}, {"list", "--help"}}) {
            Said said = Said.by(arguments);
            assertThat(said.status()).isZero();
            assertThat(said.out()).startsWith("Usage: yank");
            assertThat(said.err()).isEmpty();
        }
        assertThat(Said.by("--help").out()).contains("stress", "replay", "list", "report", "bench", "exhaust", "check");
    }

    @Test
    void theVersionNamesYankAndJava() {
        Said said = Said.by("--version");
        assertThat(said.status()).isZero();
        assertThat(said.out()).matches("(?s)yank .+\\RJava 2[5-9].*\\R");
        assertThat(said.err()).isEmpty();
    }
}
