package dev.yank.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.cli.Results.Detail;
import dev.yank.harness.coverage.Coverage;
import dev.yank.harness.examine.ExaminedHistory;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.Replayer;
import dev.yank.harness.run.ReportPage;
import dev.yank.harness.run.Reporting;
import dev.yank.harness.run.RunResult;
import dev.yank.harness.run.RunResult.Completeness;
import dev.yank.model.rule.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /// Cannot show anything.
    private static final class Broken implements Reporting {

        @Override
        public String text(Counterexample counterexample, int columns) {
            throw new IllegalStateException("no words");
        }

        @Override
        public String brief(Counterexample counterexample, int columns) {
            throw new IllegalStateException("not even brief");
        }

        @Override
        public String timeline(Counterexample counterexample) {
            throw new IllegalStateException("no picture");
        }

        @Override
        public String timeline(ExaminedHistory history, String command) {
            throw new IllegalStateException("no picture");
        }

        @Override
        public String table(RunResult result, int columns) {
            throw new IllegalStateException("no table");
        }

        @Override
        public void write(RunResult result, Path folder) {
            throw new IllegalStateException("no files");
        }

        @Override
        public ReportPage html(Path folder) {
            throw new IllegalStateException("no page");
        }
    }

    @Test
    void whatCannotBeShownIsSaidOneByOneAndTheResultsAreStillWritten() {
        Counterexample found = counterexample();
        RunResult result = result(found);
        results(new Broken()).show(result, Format.TEXT, Detail.ALL);
        assertThat(err.toString().lines())
                .containsExactly(
                        "yank: The results could not all be written to " + folder + " (no files); the verdicts stand.",
                        "yank: The table is shown in the plainest way, because making it failed (no table); the"
                                + " verdicts stand.",
                        "yank: The counterexample of test-leaky is shown in the plainest way, because making it failed"
                                + " (no words); the verdicts stand.");
        assertThat(out.toString()).contains("./yank replay " + found.token());
        assertThat(folder.resolve("result.json")).content().contains(found.token());
        results(new Broken()).show(result, Format.TEXT, Detail.UNEXPECTED);
        assertThat(err.toString()).contains("making it failed (not even brief); the verdicts stand");
    }

    @Test
    void aTableThatCannotBeMadeHidesNoVerdictFromMachines() {
        results(new Broken()).show(result(counterexample()), Format.JSON, Detail.ALL);
        assertThat(out.toString()).contains("\"verdict\" : \"violates\"");
    }

    @Test
    void noWordGoesOutInColour() {
        results(new PlainReporting()).show(result(counterexample()), Format.TEXT, Detail.ALL);
        assertThat(out.toString() + err).isNotEmpty().doesNotContain("\u001b");
    }

    private Results results(Reporting reporting) {
        return new Results(new PrintWriter(out, true), new PrintWriter(err, true), reporting, folder);
    }

    private static RunResult result(Counterexample found) {
        var driver = new DriverResult(
                found.driver(),
                new Verdict.Violates(List.of(found.finding())),
                1,
                1,
                1,
                new TreeMap<>(),
                new TreeSet<>(),
                Coverage.NONE,
                List.of(),
                Optional.of(found));
        return new RunResult(1, Completeness.COMPLETE, List.of(driver));
    }

    private Counterexample counterexample() {
        Said said = Said.by("stress", "test-leaky", "--executions", "600", "--seed", "1", "--out", folder.toString());
        String token = said.out()
                .lines()
                .filter(line -> line.contains("y3.test-leaky."))
                .map(line -> line.substring(line.indexOf("y3.test-leaky.")).strip())
                .findFirst()
                .orElseThrow();
        return new Replayer(DriverCatalog.ofProject()).replay(token, List.of());
    }
}
