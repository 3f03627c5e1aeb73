package dev.yank.reports.allure;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.RunResult;
import dev.yank.model.history.HistoryEdn;
import dev.yank.reports.text.CounterexampleText;
import dev.yank.reports.text.TraceText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Pattern;

/// The folder of one run: `allure-results`, `counterexamples`, `histories` and `traces`.
public final class RunFolder {

    /// The sub-folder with the Allure results.
    public static final String RESULTS = "allure-results";

    private static final Pattern ALLURE =
            Pattern.compile("[0-9a-f-]{36}-(result\\.json|attachment\\.txt)|categories\\.json|environment\\.properties"
                    + "|executor\\.json");

    private final InstantSource clock;
    private final OwnedFiles results;
    private final OwnedFiles counterexamples;
    private final OwnedFiles histories;
    private final OwnedFiles traces;

    /// @param clock tells when the results are written, which Allure shows; nothing is decided by it
    public RunFolder(Path folder, InstantSource clock) {
        this.clock = clock;
        this.results = new OwnedFiles(folder.resolve(RESULTS), ALLURE);
        this.counterexamples = new OwnedFiles(folder.resolve("counterexamples"), Pattern.compile(".+\\.txt"));
        this.histories = new OwnedFiles(folder.resolve("histories"), Pattern.compile(".+\\.edn"));
        this.traces = new OwnedFiles(folder.resolve("traces"), Pattern.compile(".+\\.txt"));
    }

    /// Writes everything about a run, in the place of what an earlier run wrote.
    ///
    /// @throws IOException with one sentence where a file cannot be written
    public void write(RunResult result) throws IOException {
        for (OwnedFiles files : new OwnedFiles[] {results, counterexamples, histories, traces}) {
            files.begin();
        }
        for (DriverResult one : result.drivers()) {
            if (one.counterexample().isPresent()) {
                write(one.counterexample().get());
            }
        }
        new AllureResults(results, result, clock.millis()).write();
    }

    private void write(Counterexample counterexample) throws IOException {
        String name = FileNames.of(counterexample.driver().name());
        var text = new CounterexampleText(CounterexampleText.STANDARD_WIDTH);
        counterexamples.write(name + ".txt", text.of(counterexample));
        histories.write(name + ".edn", HistoryEdn.write(counterexample.history()));
        traces.write(name + ".txt", TraceText.of(counterexample));
    }
}
