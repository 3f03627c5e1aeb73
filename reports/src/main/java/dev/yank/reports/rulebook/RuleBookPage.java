package dev.yank.reports.rulebook;

import dev.yank.harness.run.DriverUnderTest;
import dev.yank.model.rule.Knobs;
import dev.yank.reports.pages.Pages;
import dev.yank.reports.record.RunRecord;
import dev.yank.reports.rulebook.RuleView.FamilyView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rule book as one page.
///
/// @param html the page
/// @param remarks what is missing in it, one sentence each
public record RuleBookPage(String html, List<String> remarks) {

    /// Copies the remarks.
    public RuleBookPage(String html, List<String> remarks) {
        this.html = html;
        this.remarks = List.copyOf(remarks);
    }

    /// Makes the page.
    ///
    /// @param features the folder of the feature files; where there is none, the page has no examples
    /// @param drivers all drivers that there are
    /// @param run the last run, if there was one
    /// @param runFolder what it has left
    /// @param page the folder that the page will be in, for links
    public static RuleBookPage of(
            Path features, List<DriverUnderTest> drivers, Optional<RunRecord> run, Path runFolder, Path page) {
        List<String> remarks = new ArrayList<>();
        RuleViews views = new RuleViews(stated(features, remarks), drivers, run, name -> link(runFolder, page, name));
        List<FamilyView> families = views.families();
        return new RuleBookPage(
                Pages.page(
                        "rules",
                        Map.of(
                                "families", families,
                                "knobs", Knobs.all(),
                                "seed",
                                        run.map(RunRecord::seed)
                                                .map(seed -> "" + seed)
                                                .orElse(""))),
                remarks);
    }

    private static List<StatedRule> stated(Path folder, List<String> remarks) {
        try {
            FeatureFolder features = FeatureFolder.read(folder);
            remarks.addAll(features.remarks());
            return features.rules();
        } catch (IOException e) {
            remarks.add("The rule book has no examples, because the feature files in " + folder + " cannot be read.");
            return List.of();
        }
    }

    private static String link(Path runFolder, Path page, String name) {
        Path timeline = runFolder.resolve("timelines").resolve(name + ".html");
        return Files.isRegularFile(timeline)
                ? page.toAbsolutePath()
                        .normalize()
                        .relativize(timeline.toAbsolutePath().normalize())
                        .toString()
                        .replace('\\', '/')
                : "";
    }
}
