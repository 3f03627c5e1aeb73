package dev.yank.reports;

import dev.yank.reports.pages.Pages;
import dev.yank.reports.record.DriverRecord;
import dev.yank.reports.record.RunRecord;
import java.util.List;
import java.util.Map;

/// The first page of a run: what is not as expected, and the ways to everything else.
public final class StartPage {

    /// A way to another page.
    ///
    /// @param title what it says
    /// @param target where it leads
    public record Link(String title, String target) {}

    private StartPage() {}

    static String of(RunRecord run, List<Link> links, List<String> remarks) {
        List<DriverRecord> drivers = run.drivers();
        return Pages.page(
                "start",
                Map.of(
                        "seed", "" + run.seed(),
                        "complete", run.isComplete(),
                        "links", links,
                        "remarks", remarks,
                        "drivers", drivers,
                        "expected",
                                drivers.stream()
                                        .filter(DriverRecord::isExpected)
                                        .count(),
                        "unexpected",
                                drivers.stream()
                                        .filter(driver -> !driver.isExpected())
                                        .toList(),
                        "caught",
                                drivers.stream()
                                        .filter(driver -> driver.isExpected()
                                                && !driver.breaks().isEmpty())
                                        .toList(),
                        "conforming",
                                drivers.stream()
                                        .filter(driver -> driver.isExpected()
                                                && driver.breaks().isEmpty())
                                        .toList()));
    }
}
