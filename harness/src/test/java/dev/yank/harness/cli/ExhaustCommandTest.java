package dev.yank.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.ExitStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExhaustCommandTest {

    @TempDir
    private Path folder;

    private Said exhaust(String... arguments) {
        List<String> all = new ArrayList<>(List.of("exhaust", "--out", folder.toString()));
        all.addAll(List.of(arguments));
        return Said.by(all.toArray(String[]::new));
    }

    @Test
    void aBoundThatIsExhaustedSaysSoAndHowManyExecutionsThereWere() {
        Said said = exhaust("test-quiet", "--program", "open / unplug");
        assertThat(said.err()).isEqualTo("1 programs, " + Runtime.getRuntime().availableProcessors() + " workers\n");
        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("TABLE test-quiet conforms");
        assertThat(last(said)).matches("bound exhausted: [\\d,]+ executions, [\\d,]+ equivalence classes");
    }

    /// Every schedule with a bound on switches meets no more classes than the reduced search.
    @Test
    void aBoundOnSwitchesIsExhaustedTooWithMoreExecutionsAndFewerClasses() {
        long[] reduced = numbers(exhaust("test-quiet", "--program", "open / unplug"));
        long[] none = numbers(exhaust("test-quiet", "--program", "open / unplug", "--switches", "0"));
        long[] one = numbers(exhaust("test-quiet", "--program", "open / unplug", "--switches", "1"));
        assertThat(none[1]).isBetween(2L, one[1]);
        assertThat(one[1]).isLessThanOrEqualTo(reduced[1]);
        assertThat(one[0]).isGreaterThan(none[0]);
    }

    private static long[] numbers(Said said) {
        String[] words = last(said).replace(",", "").split("[^0-9]+", -1);
        return new long[] {Long.parseLong(words[1]), Long.parseLong(words[2])};
    }

    @Test
    void aBudgetThatEndsSaysHowFarItGot() {
        Said said = exhaust("test-quiet", "--operations", "3", "--processes", "2", "--budget", "1ms");
        assertThat(said.status()).isEqualTo(ExitStatus.INCONCLUSIVE.number());
        assertThat(last(said)).matches("budget ended at [0-9.e-]+ %").doesNotContain(" 100");
    }

    /// Without a program there are all: each of two processes opens, and another unplugs.
    @Test
    void withoutAProgramAllSmallOnesAreTaken() {
        Said said = exhaust("test-quiet", "--operations", "1", "--workers", "1");
        assertThat(said.err()).isEqualTo("1 programs, 1 workers\n");
        assertThat(last(said)).startsWith("bound exhausted: ");
    }

    @Test
    void aBrokenRuleEndsTheSearchWithACounterexample() {
        Said said = exhaust("test-hasty", "--program", "open poll / unplug");
        assertThat(said.out()).contains("TABLE test-hasty violates").contains("COUNTEREXAMPLE R34 y3.test-hasty.");
        assertThat(last(said))
                .matches("ended where the rule was broken: [\\d,]+ executions, [\\d,]+ equivalence classes");
        assertThat(said.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--program dance | There is no operation 'dance'; choose from get-line, set-line, direction-output,"
                        + " direction-input, read-event, wait-event, poll, close, open, unplug, surprise, probe,"
                        + " suspend, resume, drive-pin, with / between processes.",
                "--processes 8 | --processes must be from 1 to 7, but is 8.",
                "--processes 7 --operations 6 | There are 2e+26 programs of that size, and 100,000 can be exhausted"
                        + " at most; ask for fewer processes or operations.",
                "--operations 0 | --operations must be from 1 to 6, but is 0.",
                "--switches -1 | --switches must be at least 0, but is -1.",
                "--budget 0s | --budget must be longer than nothing; write for example 60s.",
                "--workers 0 | --workers must be from 1 to 256, but is 0."
            })
    void saysInOneSentenceWhatIsWrong(String arguments, String sentence) {
        List<String> all = new ArrayList<>(List.of("test-quiet"));
        all.addAll(List.of(arguments.split(" ", -1)));
        assertThat(exhaust(all.toArray(String[]::new)).sentence(ExitStatus.USAGE))
                .isEqualTo(sentence);
    }

    private static String last(Said said) {
        return said.out().lines().toList().getLast();
    }
}
