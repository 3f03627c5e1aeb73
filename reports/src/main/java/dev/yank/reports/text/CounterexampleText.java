package dev.yank.reports.text;

import dev.yank.harness.program.Program;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.Origin;
import dev.yank.harness.shrink.Minimality;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A counterexample as text: the rule and how it is broken, the timeline, where it was found, and the command
/// that replays it as the last line.
public final class CounterexampleText {

    /// The width that suits every terminal and every mail.
    public static final int STANDARD_WIDTH = 80;

    private static final int NARROWEST = 40;
    private static final int NUMBERS = 8;
    private static final int NARROWEST_LANE = 12;
    private static final int LONGEST_HEADING = 18;
    private static final String GAP = "  ";
    private static final String FIELD_INDENT = " ".repeat(12);

    private final int width;

    /// @param width the number of characters in a line; the replay command is never broken, and five tasks or
    /// more may need more
    public CounterexampleText(int width) {
        this.width = Math.max(NARROWEST, width);
    }

    /// The text, ending in a line feed.
    public String of(Counterexample counterexample) {
        Timeline timeline = Timeline.of(counterexample);
        var out = new StringBuilder();
        String headline = counterexample.finding().rule() + " violated: " + decapitalised(timeline.sentence());
        out.append(PlainText.hanging(PlainText.wrap(headline, width), ""));
        out.append('\n');
        table(out, timeline);
        out.append('\n');
        fields(out, counterexample);
        out.append('\n').append("  replay    ").append(PlainText.line(counterexample.replayCommand()));
        return out.append('\n').toString();
    }

    /// Which rule is broken, how, and the command that replays it.
    ///
    /// @param columns the number of characters in a line; the command is never broken
    public static String brief(Counterexample counterexample, int columns) {
        String sentence = counterexample.driver().name() + ": "
                + counterexample.finding().rule() + " violated. "
                + Timeline.of(counterexample).sentence();
        return PlainText.hanging(PlainText.wrap(sentence, Math.max(NARROWEST, columns)), "  ") + "  "
                + PlainText.line(counterexample.replayCommand()) + "\n";
    }

    /// A word of prose at the beginning becomes small, a name stays.
    private static String decapitalised(String sentence) {
        boolean isProse = sentence.startsWith("The ") || sentence.startsWith("An ") || sentence.startsWith("No ");
        return isProse ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }

    private void table(StringBuilder out, Timeline timeline) {
        int[] widths = widths(timeline);
        var header = new StringBuilder("  step");
        var dashes = new StringBuilder("  ----");
        for (int lane = 0; lane < widths.length; lane++) {
            String heading = PlainText.head(timeline.lanes().get(lane), widths[lane]);
            header.append(GAP).append(heading).append(" ".repeat(widths[lane] - heading.length()));
            dashes.append(GAP).append("-".repeat(widths[lane]));
        }
        out.append(header.toString().stripTrailing()).append('\n');
        out.append(dashes).append('\n');
        for (Row row : timeline.rows()) {
            row(out, row, widths);
        }
    }

    private void row(StringBuilder out, Row row, int[] widths) {
        int start = NUMBERS
                + Arrays.stream(widths)
                        .limit(row.lane())
                        .map(lane -> lane + GAP.length())
                        .sum();
        // Nobody else does anything in this step, so that the words may run on into the columns to the right.
        int room = Math.max(width - start, widths[row.lane()]);
        var line = new StringBuilder("%6d".formatted(row.number()));
        line.append(" ".repeat(start - line.length())).append(PlainText.head(row.words(), room));
        if (row.mark().isEmpty()) {
            out.append(line).append('\n');
            return;
        }
        String mark = "<- " + row.mark().get();
        if (line.length() + GAP.length() + mark.length() <= width) {
            out.append(line).append(GAP).append(mark).append('\n');
        } else {
            int indent = Math.clamp(width - mark.length(), NUMBERS, start + GAP.length());
            out.append(line).append('\n');
            out.append(" ".repeat(indent))
                    .append(PlainText.head(mark, width - indent))
                    .append('\n');
        }
    }

    /// What each column needs. Where that is too much, the widest are cut down first, and the last one, whose
    /// words cannot run on, at the end.
    private int[] widths(Timeline timeline) {
        int[] widths = timeline.lanes().stream().mapToInt(String::length).toArray();
        int[] narrowest = Arrays.stream(widths)
                .map(heading -> Math.clamp(heading, NARROWEST_LANE, LONGEST_HEADING))
                .toArray();
        for (Row row : timeline.rows()) {
            widths[row.lane()] = Math.max(widths[row.lane()], row.words().length());
        }
        int last = widths.length - 1;
        int available = width - NUMBERS - GAP.length() * last;
        while (Arrays.stream(widths).sum() > available) {
            OptionalInt widest = IntStream.range(0, last)
                    .filter(lane -> widths[lane] > narrowest[lane])
                    .reduce((one, other) -> widths[one] >= widths[other] ? one : other);
            if (widest.isEmpty() && widths[last] <= narrowest[last]) {
                return widths;
            }
            widths[widest.orElse(last)]--;
        }
        return widths;
    }

    private void fields(StringBuilder out, Counterexample counterexample) {
        DriverUnderTest driver = counterexample.driver();
        Rule rule = RuleBook.rule(counterexample.finding().rule());
        field(out, "driver", driver.name() + ", which drives " + driver.device().label());
        field(out, "rule", rule.id() + ", " + rule.title() + ": " + rule.statement());
        field(out, "policy", driver.policy().describe());
        field(out, "found", found(counterexample));
        counterexample.origin().shape().ifPresent(shape -> field(out, "shape", shape.words()));
        Program program = counterexample.program();
        if (program.faultAt() > 0) {
            field(out, "fault", "acquisition " + program.faultAt() + " of the execution is made to fail");
        }
        field(out, "expected", expected(driver, rule.id()));
    }

    private void field(StringBuilder out, String label, String text) {
        List<String> lines = new ArrayList<>();
        for (String line : PlainText.wrap(PlainText.line(text), width - FIELD_INDENT.length())) {
            lines.add(PlainText.head(line, width - FIELD_INDENT.length()));
        }
        out.append("  %-8s  ".formatted(label)).append(PlainText.hanging(lines, FIELD_INDENT));
    }

    private static String found(Counterexample counterexample) {
        Origin origin = counterexample.origin();
        return "execution " + Numbers.whole(origin.execution()) + ", strategy " + origin.strategy() + ", shrunk from "
                + Numbers.sizes(origin.operations(), origin.switches()) + " to "
                + Numbers.sizes(
                        counterexample.program().size(),
                        counterexample.schedule().preemptions().size())
                + (origin.minimality() == Minimality.UNKNOWN
                        ? ""
                        : "; " + origin.minimality().label());
    }

    private static String expected(DriverUnderTest driver, RuleId broken) {
        if (driver.breaks().isEmpty()) {
            return "conforms: this driver should break no rule";
        }
        return driver.breaks().get().equals(broken)
                ? "violates " + broken + ": this is the defect that the driver is known for"
                : "violates " + driver.breaks().get() + ": it is known for that, not for " + broken;
    }
}
