package dev.yank.harness.cli;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.bench.DriverCatch;
import dev.yank.harness.cli.Table.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `yank bench drivers` says, as a table or as JSON.
///
/// @param results in the order of the table
/// @param most after how many executions a trial was given up
record CatchReport(List<DriverCatch> results, int most) {

    /// The table, and what it comes to.
    String text() {
        var table = new Table()
                .column("driver", Side.LEFT)
                .column("breaks", Side.LEFT)
                .column("strategy", Side.LEFT)
                .column("caught", Side.RIGHT)
                .column("mean", Side.RIGHT)
                .column("median", Side.RIGHT)
                .column("most", Side.RIGHT);
        @Var String last = "";
        for (DriverCatch result : results) {
            boolean first = !result.driver().equals(last);
            last = result.driver();
            table.row(
                    first ? result.driver() : "",
                    first ? result.rule().text() : "",
                    result.strategy(),
                    result.first().found() + "/" + result.first().trials(),
                    SubjectReport.number(result.first().mean()),
                    SubjectReport.number(result.first().median()),
                    result.first().found() == 0
                            ? "-"
                            : Integer.toString(result.first().most()));
        }
        return table + System.lineSeparator() + summary();
    }

    private String summary() {
        var lines = new StringBuilder();
        for (String strategy :
                results.stream().map(DriverCatch::strategy).distinct().toList()) {
            List<DriverCatch> own = results.stream()
                    .filter(result -> result.strategy().equals(strategy))
                    .toList();
            lines.append(String.format(
                    Locale.ROOT,
                    "%s: %d of %d drivers caught in every trial; executions to the first finding, over the drivers:"
                            + " geometric mean %.1f, mean %.1f.%n",
                    strategy,
                    own.stream().filter(one -> one.first().areComplete()).count(),
                    own.size(),
                    Math.exp(own.stream()
                            .mapToDouble(one -> Math.log(one.first().meanUpTo(most)))
                            .average()
                            .orElse(0)),
                    own.stream()
                            .mapToDouble(one -> one.first().meanUpTo(most))
                            .average()
                            .orElse(0)));
        }
        return lines.toString();
    }

    /// Everything, for programs.
    String json() {
        return Json.of(results.stream().map(CatchReport::json).toList());
    }

    private static Map<String, @Nullable Object> json(DriverCatch result) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("driver", result.driver());
        object.put("breaks", result.rule().text());
        object.put("strategy", result.strategy());
        object.put("caught", result.first().found());
        object.put("trials", result.first().trials());
        object.put("mean", SubjectReport.boxed(result.first().mean()));
        object.put("median", SubjectReport.boxed(result.first().median()));
        object.put("executions", result.first().executions());
        return object;
    }
}
