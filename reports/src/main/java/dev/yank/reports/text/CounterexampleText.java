package dev.yank.reports.text;

import dev.yank.harness.run.Counterexample;
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

    /// Below this, words that must be cut to fit into columns are shown one task at a time.
    private static final int NARROW = 60;

    private static final int NUMBERS = 8;
    private static final int NARROWEST_LANE = 12;
    private static final int LONGEST_HEADING = 18;
    private static final String GAP = "  ";
    private static final String FIELD_INDENT = " ".repeat(12);

    private final int width;

    /// @param width the number of characters in a line, at least 40; the replay command is never broken
    public CounterexampleText(int width) {
        this.width = Math.max(NARROWEST, width);
    }

    /// The text, ending in a line feed.
    public String of(Counterexample counterexample) {
        Timeline timeline = Timeline.of(counterexample);
        var out = new StringBuilder();
        String headline = counterexample.finding().rule() + " violated: " + decapitalised(timeline.sentence());
        List<String> headlines = PlainText.wrap(headline, width).stream()
                .map(line -> PlainText.head(line, width))
                .toList();
        out.append(PlainText.hanging(headlines, ""));
        out.append('\n');
        if (suitsColumns(timeline)) {
            table(out, timeline);
        } else {
            out.append(new NarrowTable(width).of(timeline));
        }
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
        String inner = row.words()
                .substring(0, row.words().length() - row.words().stripLeading().length());
        List<String> words = PlainText.wrap(row.words(), room - inner.length());
        var line = new StringBuilder("%6d".formatted(row.number()));
        line.append(" ".repeat(start - line.length())).append(inner).append(PlainText.head(words.getFirst(), room));
        for (String further : words.subList(1, words.size())) {
            out.append(line).append('\n');
            line.setLength(0);
            line.append(" ".repeat(start)).append(inner).append(PlainText.head(further, room));
        }
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

    /// Whether each task can have a column of its own: always where all words fit, and on a wide terminal where
    /// they can be cut.
    private boolean suitsColumns(Timeline timeline) {
        int available = width - NUMBERS - GAP.length() * (timeline.lanes().size() - 1);
        int[] widths = widths(timeline);
        boolean fits = Arrays.stream(widths).sum() <= available;
        boolean isCut = timeline.rows().stream().anyMatch(row -> row.words().length() > widths[row.lane()]);
        return fits && (width >= NARROW || !isCut);
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
        for (Fact fact : Fact.of(counterexample)) {
            field(out, fact.label(), fact.text());
        }
    }

    private void field(StringBuilder out, String label, String text) {
        List<String> lines = new ArrayList<>();
        for (String line : PlainText.wrap(text, width - FIELD_INDENT.length())) {
            lines.add(PlainText.head(line, width - FIELD_INDENT.length()));
        }
        out.append("  %-8s  ".formatted(label)).append(PlainText.hanging(lines, FIELD_INDENT));
    }
}
