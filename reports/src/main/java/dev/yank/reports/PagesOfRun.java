package dev.yank.reports;

import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.ReportPage;
import dev.yank.reports.allure.AllureHtml;
import dev.yank.reports.allure.DashboardResults;
import dev.yank.reports.allure.DashboardResults.Exhibit;
import dev.yank.reports.allure.OwnedFolder;
import dev.yank.reports.allure.RunFolder;
import dev.yank.reports.dashboard.Dashboards;
import dev.yank.reports.dashboard.Picture;
import dev.yank.reports.pages.Pages;
import dev.yank.reports.record.RunRecord;
import dev.yank.reports.rulebook.RuleBookPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All pages about tests and the last run: the Allure report, the rule book, the dashboards. A page that
/// cannot be made is missing, which is said, and the others are there.
final class PagesOfRun {

    /// The name of the rule book.
    static final String RULES = "rules.html";

    /// The name of the page with the pictures.
    static final String DASHBOARDS = "dashboards.html";

    private final Path testResults;
    private final Path run;
    private final Path output;
    private final Path history;
    private final List<String> remarks = new ArrayList<>();
    private final List<Exhibit> shown = new ArrayList<>();

    /// @param testResults the Allure results of the last tests, if any ran
    /// @param run the folder of the last run, if there was one
    /// @param output the folder for the pages
    /// @param history the folder that remembers earlier reports
    PagesOfRun(Path testResults, Path run, Path output, Path history) {
        this.testResults = testResults;
        this.run = run;
        this.output = output;
        this.history = history;
    }

    /// Makes the pages.
    ///
    /// @return the Allure report, and what is missing
    /// @throws IOException with one sentence where the Allure report cannot be made
    ReportPage make() throws IOException {
        Files.createDirectories(output);
        Path exhibits = Files.createTempDirectory(output, ".making-");
        try {
            Optional<RunRecord> record = record();
            attempt("The rule book", () -> ruleBook(record));
            record.ifPresent(known -> attempt("The pictures of the run", () -> dashboards(known)));
            attempt("The pictures in the report", () -> DashboardResults.write(exhibits, shown, time()));
            ReportPage allure = AllureHtml.ofProject()
                    .generate(List.of(run.resolve(RunFolder.RESULTS), testResults, exhibits), output, history);
            remarks.addAll(allure.remarks());
            return new ReportPage(allure.page(), remarks);
        } finally {
            OwnedFolder.delete(exhibits);
        }
    }

    /// When the run was, as far as its record tells.
    private long time() throws IOException {
        Path record = run.resolve(RunRecord.FILE);
        return Files.exists(record) ? Files.getLastModifiedTime(record).toMillis() : 0;
    }

    private Optional<RunRecord> record() {
        try {
            return RunRecord.in(run);
        } catch (IOException e) {
            remarks.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void ruleBook(Optional<RunRecord> record) throws IOException {
        Path features = Path.of(System.getProperty("yank.home", ""), "features");
        List<DriverUnderTest> drivers = DriverCatalog.ofProject().all().stream()
                .map(LoadedDriver::about)
                .toList();
        RuleBookPage page = RuleBookPage.of(features, drivers, record, run, output);
        remarks.addAll(page.remarks());
        Files.writeString(output.resolve(RULES), page.html());
        shown.add(new Exhibit("rule book", "text/html", "html", page.html()));
    }

    private void dashboards(RunRecord record) throws IOException {
        List<Picture> pictures = Dashboards.of(record);
        Path folder = Files.createDirectories(output.resolve("dashboards"));
        for (Picture picture : pictures) {
            Files.writeString(folder.resolve(picture.name() + ".svg"), picture.svg());
            shown.add(new Exhibit(picture.title(), "image/svg+xml", "svg", picture.svg()));
        }
        Files.writeString(
                output.resolve(DASHBOARDS),
                Pages.page(
                        "dashboards",
                        Map.of(
                                "seed",
                                "" + record.seed(),
                                "complete",
                                record.isComplete(),
                                "pictures",
                                pictures,
                                "drivers",
                                record.drivers())));
    }

    private void attempt(String what, Attempt attempt) {
        try {
            attempt.make();
        } catch (IOException | RuntimeException | Error e) {
            remarks.add(what + " could not be made: " + e.toString().replaceFirst("\\.$", "") + ".");
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void make() throws IOException;
    }
}
