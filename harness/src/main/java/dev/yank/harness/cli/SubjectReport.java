package dev.yank.harness.cli;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.bench.Published;
import dev.yank.harness.bench.SubjectResult;
import dev.yank.harness.cli.Table.Side;
import dev.yank.harness.kernel.TestSubject.Wrong;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What `yank bench subjects` says, as a table or as JSON.
///
/// @param results in the order of the table
/// @param published what others needed
record SubjectReport(List<SubjectResult> results, Published published) {

    /// The table, and what it comes to.
    String text() {
        var table = new Table()
                .column("subject", Side.LEFT)
                .column("wrong", Side.LEFT)
                .column("strategy", Side.LEFT)
                .column("found", Side.RIGHT)
                .column("mean", Side.RIGHT)
                .column("median", Side.RIGHT)
                .column("most", Side.RIGHT)
                .column("best published", Side.LEFT)
                .column("met", Side.LEFT);
        @Var String last = "";
        for (SubjectResult result : results) {
            boolean first = !result.subject().equals(last);
            last = result.subject();
            Optional<Published.Schedules> best = published.best(result.subject());
            table.row(
                    first ? result.subject() : "",
                    first ? result.wrong().name().toLowerCase(Locale.ROOT) : "",
                    result.strategy(),
                    result.first().found() + "/" + result.first().trials(),
                    number(result.first().mean()),
                    number(result.first().median()),
                    result.first().found() == 0
                            ? "-"
                            : Integer.toString(result.first().most()),
                    first ? best.map(SubjectReport::inWords).orElse("") : "",
                    best.map(one -> one.isMetBy(result.first()) ? "yes" : "no").orElse(""));
        }
        return table + System.lineSeparator() + summary();
    }

    static String number(OptionalDouble value) {
        return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", value.getAsDouble());
    }

    private static String inWords(Published.Schedules best) {
        String often = best.found() == best.trials() ? "" : " in " + best.found() + "/" + best.trials();
        return best.statistic().name().toLowerCase(Locale.ROOT) + " "
                + best.schedules().orElse(0) + often + " (" + best.source() + ", " + best.strategy() + ")";
    }

    private String summary() {
        List<String> strategies =
                results.stream().map(SubjectResult::strategy).distinct().toList();
        var lines = new StringBuilder();
        for (String strategy : strategies) {
            List<SubjectResult> own = results.stream()
                    .filter(result -> result.strategy().equals(strategy))
                    .toList();
            List<SubjectResult> compared = own.stream()
                    .filter(result -> published.best(result.subject()).isPresent())
                    .toList();
            lines.append(String.format(
                    Locale.ROOT,
                    "%s: %d of %d bugs found in every trial, %d of %d programs without a bug accused, published best"
                            + " met for %d of %d.%n",
                    strategy,
                    own.stream().filter(one -> isBuggy(one) && one.asExpected()).count(),
                    own.stream().filter(SubjectReport::isBuggy).count(),
                    own.stream()
                            .filter(one -> !isBuggy(one) && !one.asExpected())
                            .count(),
                    own.stream().filter(one -> !isBuggy(one)).count(),
                    compared.stream().filter(this::isMet).count(),
                    compared.size()));
        }
        return lines.toString();
    }

    private static boolean isBuggy(SubjectResult result) {
        return result.wrong() != Wrong.NOTHING;
    }

    private boolean isMet(SubjectResult result) {
        return published
                .best(result.subject())
                .filter(best -> best.isMetBy(result.first()))
                .isPresent();
    }

    /// Everything, for programs.
    String json() {
        return Json.of(results.stream().map(this::json).toList());
    }

    private Map<String, @Nullable Object> json(SubjectResult result) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("subject", result.subject());
        object.put("wrong", result.wrong().name().toLowerCase(Locale.ROOT));
        object.put("strategy", result.strategy());
        object.put("found", result.first().found());
        object.put("trials", result.first().trials());
        object.put("mean", boxed(result.first().mean()));
        object.put("median", boxed(result.first().median()));
        object.put("schedules", result.first().executions());
        object.put("executions", result.executions());
        object.put(
                "published",
                published.best(result.subject()).map(SubjectReport::json).orElse(null));
        return object;
    }

    private static Map<String, @Nullable Object> json(Published.Schedules best) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("source", best.source());
        object.put("strategy", best.strategy());
        object.put("found", best.found());
        object.put("trials", best.trials());
        object.put("statistic", best.statistic().name().toLowerCase(Locale.ROOT));
        object.put(
                "schedules",
                best.schedules().isEmpty() ? null : best.schedules().getAsInt());
        return object;
    }

    static @Nullable Double boxed(OptionalDouble value) {
        return value.isEmpty() ? null : value.getAsDouble();
    }
}
