package dev.yank.reports.text;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.RunResult;
import dev.yank.harness.run.RunResult.Completeness;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/// A run as a table with one line a driver, its sum, and what to do about what was not expected.
public final class RunTable {

    /// What a column shows, and where in a line it stands.
    private enum Column {
        MARK(""),
        DRIVER("driver"),
        DEVICE("device"),
        EXPECTED("expected"),
        VERDICT("verdict"),
        RULE("rule"),
        EXECUTIONS("executions"),
        RATE("executions/s"),
        TO_FIRST("to first"),
        SHRUNK("shrunk");

        private final String heading;

        Column(String heading) {
            this.heading = heading;
        }

        boolean isNumber() {
            return this == EXECUTIONS || this == RATE || this == TO_FIRST;
        }
    }

    /// Those that go when there is no room, the first first.
    private static final List<Column> DISPENSABLE =
            List.of(Column.SHRUNK, Column.TO_FIRST, Column.RATE, Column.EXECUTIONS, Column.EXPECTED, Column.DEVICE);

    private static final int NARROWEST = 40;
    private static final int NARROWEST_DRIVER = 8;
    private static final int WIDEST_DRIVER = 36;
    private static final String GAP = "  ";

    private final RunResult result;
    private final int width;
    private final List<Column> columns = new ArrayList<>(List.of(Column.values()));

    private RunTable(RunResult result, int width) {
        this.result = result;
        this.width = Math.max(NARROWEST, width);
    }

    /// The table, ending in a line feed.
    ///
    /// @param width the number of characters in a line; below 40 it is taken to be 40
    public static String of(RunResult result, int width) {
        return new RunTable(result, width).text();
    }

    private String text() {
        int needed = sum();
        for (Column column : DISPENSABLE) {
            if (sum() > width) {
                columns.remove(column);
            }
        }
        var out = new StringBuilder();
        int driver = Math.max(NARROWEST_DRIVER, widthOf(Column.DRIVER) - Math.max(0, sum() - width));
        line(out, columns.stream().map(column -> column.heading).toList(), driver);
        line(out, columns.stream().map(column -> dashes(column, driver)).toList(), driver);
        for (DriverResult one : result.drivers()) {
            line(out, columns.stream().map(column -> cell(column, one)).toList(), driver);
        }
        out.append('\n');
        prose(out, totals());
        result.drivers().stream().filter(one -> !one.asExpected()).forEach(one -> advice(out, one));
        if (needed > width) {
            prose(out, "Columns were left out: see them in a terminal of " + needed + " columns.");
        }
        return out.toString();
    }

    private String dashes(Column column, int driver) {
        return "-".repeat(column == Column.DRIVER ? driver : widthOf(column));
    }

    private void line(StringBuilder out, List<String> cells, int driver) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            int room = column == Column.DRIVER ? driver : widthOf(column);
            String cell = PlainText.headAndTail(cells.get(i), room);
            String blanks = " ".repeat(room - cell.length());
            line.append(i == 0 ? "" : GAP).append(column.isNumber() ? blanks + cell : cell + blanks);
        }
        out.append(PlainText.head(line.toString().stripTrailing(), width)).append('\n');
    }

    private void prose(StringBuilder out, String text) {
        for (String line : PlainText.wrap(text, width)) {
            out.append(PlainText.head(line, width)).append('\n');
        }
    }

    private int sum() {
        return columns.stream().mapToInt(this::widthOf).sum() + GAP.length() * (columns.size() - 1);
    }

    private int widthOf(Column column) {
        return result.drivers().stream()
                .mapToInt(one -> cell(column, one).length())
                .reduce(column.heading.length(), Math::max);
    }

    private static String cell(Column column, DriverResult one) {
        return switch (column) {
            case MARK -> one.asExpected() ? "ok" : "UNEXPECTED";
            case DRIVER -> PlainText.headAndTail(PlainText.line(one.driver().name()), WIDEST_DRIVER);
            case DEVICE -> one.driver().device().label();
            case EXPECTED -> one.driver().expectation();
            case VERDICT -> one.verdictWord();
            case RULE -> one.rule().map(RuleId::text).orElse("-");
            case EXECUTIONS -> Numbers.whole(one.executions());
            case RATE -> Numbers.rounded(one.rate());
            case TO_FIRST -> one.toFirst() == 0 ? "-" : Numbers.whole(one.toFirst());
            case SHRUNK -> one.counterexample().map(RunTable::size).orElse("-");
        };
    }

    private static String size(Counterexample counterexample) {
        int operations = counterexample.program().size();
        int switches = counterexample.schedule().preemptions().size();
        return Numbers.counted(operations, "op") + ", " + switches + " sw";
    }

    private String totals() {
        long executions =
                result.drivers().stream().mapToLong(DriverResult::executions).sum();
        double seconds =
                result.drivers().stream().mapToDouble(DriverResult::seconds).sum();
        long expected =
                result.drivers().stream().filter(DriverResult::asExpected).count();
        String rate = seconds > 0 ? " (" + Numbers.rounded(executions / seconds) + "/s)" : "";
        String ending = result.completeness() == Completeness.INTERRUPTED ? " The run was interrupted." : "";
        return "total: " + Numbers.counted(result.drivers().size(), "driver") + ", " + Numbers.whole(expected)
                + " as expected; " + Numbers.counted(executions, "execution") + " in " + Numbers.rounded(seconds) + " s"
                + rate + "; seed " + result.seed() + "." + ending;
    }

    /// What happened instead, and where to look. A command is never broken into two lines.
    private void advice(StringBuilder out, DriverResult one) {
        prose(out, PlainText.line(one.driver().name()) + " " + whatHappened(one));
        if (one.verdict() instanceof Verdict.Violates) {
            one.counterexample()
                    .map(found -> "  " + PlainText.line(found.replayCommand()) + "\n")
                    .ifPresent(out::append);
        }
    }

    private static String whatHappened(DriverResult one) {
        String known = one.driver().breaks().map(rule -> " instead of " + rule).orElse("");
        return switch (one.verdict()) {
            case Verdict.Inconclusive inconclusive -> "is inconclusive: " + PlainText.line(inconclusive.reason());
            case Verdict.Conforms _ ->
                one.driver()
                                .breaks()
                                .map(rule -> "was not caught breaking " + rule)
                                .orElse("conforms") + "; see whether a larger budget catches it.";
            case Verdict.Violates violates ->
                "broke " + violates.findings().getFirst().rule() + known
                        + (one.counterexample().isPresent() ? "; see how:" : "; see the report.");
        };
    }
}
