package dev.yank.reports;

import dev.yank.harness.examine.ExaminedHistory;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.ReportPage;
import dev.yank.harness.run.Reporting;
import dev.yank.harness.run.RunResult;
import dev.yank.reports.StartPage.Link;
import dev.yank.reports.allure.RunFolder;
import dev.yank.reports.record.RunRecord;
import dev.yank.reports.text.CounterexampleText;
import dev.yank.reports.text.RunTable;
import dev.yank.reports.timeline.TimelinePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Shows results on terminals, in files and as an Allure report.
public final class StandardReporting implements Reporting {

    private final Path testResults;

    /// For `java.util.ServiceLoader`.
    public StandardReporting() {
        this(Path.of(System.getProperty("yank.home", ""), "target", RunFolder.RESULTS));
    }

    /// @param testResults where the last tests of the project have left their Allure results, if any ran
    StandardReporting(Path testResults) {
        this.testResults = testResults;
    }

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
    public ReportPage html(Path folder) throws IOException {
        Path results = folder.resolve(RunFolder.RESULTS);
        Path kernels = folder.resolve(KernelsPage.FILE);
        boolean hasKernels = KernelsPage.write(folder.resolve("linux"), kernels);
        if (hasKernels && !Files.isDirectory(results)) {
            return new ReportPage(kernels, List.of());
        }
        if (!Files.isDirectory(results)) {
            throw new IOException("there are no results of a run in " + folder + "; run ./yank stress first");
        }
        Path report = folder.resolve("report");
        ReportPage made = new PagesOfRun(testResults, folder, report, folder.resolve("history")).make();
        Optional<RunRecord> record = knownRun(folder);
        if (record.isEmpty()) {
            return made;
        }
        List<Link> links = Stream.of(
                        new Link("Allure report", "report/index.html"),
                        new Link("Rule book", "report/" + PagesOfRun.RULES),
                        new Link("Stock kernels", KernelsPage.FILE),
                        new Link("Dashboards", "report/" + PagesOfRun.DASHBOARDS))
                .filter(link -> Files.isRegularFile(folder.resolve(link.target())))
                .toList();
        Path start = folder.resolve("index.html");
        Files.writeString(start, StartPage.of(record.get(), links, made.remarks()));
        return new ReportPage(start, made.remarks());
    }

    /// That it is damaged has been said already.
    private static Optional<RunRecord> knownRun(Path folder) {
        try {
            return RunRecord.in(folder);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
