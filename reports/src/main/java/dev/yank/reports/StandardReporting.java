package dev.yank.reports;

import dev.yank.harness.examine.ExaminedHistory;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.Reporting;
import dev.yank.harness.run.RunResult;
import dev.yank.reports.allure.AllureHtml;
import dev.yank.reports.allure.RunFolder;
import dev.yank.reports.text.CounterexampleText;
import dev.yank.reports.text.RunTable;
import dev.yank.reports.timeline.TimelinePage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Shows results on terminals, in files and as an Allure report.
public final class StandardReporting implements Reporting {

    /// For `java.util.ServiceLoader`.
    public StandardReporting() {}

    @Override
    public String text(Counterexample counterexample, int columns) {
        return new CounterexampleText(Math.min(columns, CounterexampleText.STANDARD_WIDTH)).of(counterexample);
    }

    @Override
    public String brief(Counterexample counterexample, int columns) {
        return CounterexampleText.brief(counterexample, columns);
    }

    @Override
    public String timeline(Counterexample counterexample) {
        return TimelinePage.of(counterexample);
    }

    @Override
    public String timeline(ExaminedHistory history, String command) {
        return TimelinePage.of(history, command);
    }

    @Override
    public String table(RunResult result, int columns) {
        return RunTable.of(result, columns);
    }

    @Override
    public void write(RunResult result, Path folder) throws IOException {
        new RunFolder(folder, InstantSource.system()).write(result);
    }

    @Override
    public Path html(Path folder) throws IOException {
        return AllureHtml.ofProject().generate(List.of(folder.resolve(RunFolder.RESULTS)), folder.resolve("report"));
    }
}
