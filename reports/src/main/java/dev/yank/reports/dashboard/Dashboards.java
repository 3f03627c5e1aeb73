package dev.yank.reports.dashboard;

import dev.yank.harness.coverage.GrowthPoint;
import dev.yank.reports.dashboard.Bars.Bar;
import dev.yank.reports.record.DriverRecord;
import dev.yank.reports.record.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The pictures of a run, those for which it has numbers.
public final class Dashboards {

    private static final int MOST_LINES = 8;

    private Dashboards() {}

    /// Draws them.
    public static List<Picture> of(RunRecord run) {
        List<Picture> pictures = new ArrayList<>();
        List<DriverRecord> twins = run.drivers().stream()
                .filter(driver -> !driver.breaks().isEmpty())
                .toList();
        List<DriverRecord> longest = run.drivers().stream()
                .filter(driver -> driver.growth().size() > 1)
                .sorted(Comparator.comparingLong(DriverRecord::executions)
                        .reversed()
                        .thenComparing(DriverRecord::name))
                .limit(MOST_LINES)
                .toList();
        if (!twins.isEmpty()) {
            pictures.add(KillMatrix.of(run, twins));
            pictures.add(firstFindings(twins));
        }
        if (!longest.isEmpty()) {
            pictures.add(CoverageGrowth.of(
                    "histories",
                    "Coverage growth: distinct histories",
                    "distinct histories",
                    longest,
                    GrowthPoint::histories));
            pictures.add(CoverageGrowth.of(
                    "orderings",
                    "Coverage growth: distinct orderings of accesses",
                    "distinct orderings of access pairs",
                    longest,
                    GrowthPoint::pairs));
        }
        if (!run.drivers().isEmpty()) {
            pictures.add(throughput(run.drivers()));
        }
        return pictures;
    }

    private static Picture firstFindings(List<DriverRecord> twins) {
        List<Bar> bars = twins.stream()
                .sorted(Comparator.comparing(DriverRecord::isExpected)
                        .thenComparing(
                                Comparator.comparingLong(DriverRecord::toFirst).reversed())
                        .thenComparing(DriverRecord::name))
                .map(twin -> twin.isExpected()
                        ? new Bar(twin.name(), twin.toFirst(), twin.breaks(), Look.ACCENT)
                        : new Bar(twin.name(), twin.executions(), twin.breaks() + ", not caught", Look.BAD))
                .toList();
        return Bars.of(
                "first-findings",
                "Executions to the first finding of each twin",
                "How long each known-bad twin hid, with the rule that it breaks; the longest first.",
                "executions to the first finding",
                bars);
    }

    private static Picture throughput(List<DriverRecord> drivers) {
        List<Bar> bars = drivers.stream()
                .sorted(Comparator.comparingDouble(DriverRecord::rate)
                        .reversed()
                        .thenComparing(DriverRecord::name))
                .map(driver -> new Bar(driver.name(), driver.rate(), "", Look.GOOD))
                .toList();
        return Bars.of(
                "throughput",
                "Throughput of each driver",
                "Executions a second, with all workers; of drivers that were caught soon, mostly the time to begin.",
                "executions a second",
                bars);
    }
}
