package dev.yank.reports.text;

import com.google.errorprone.annotations.Var;
import java.util.List;

/// The steps of a timeline where there is no room for a column a task: one below the other, each task's under its
/// name.
final class NarrowTable {

    private static final String NUMBERS = "        ";

    private final int width;

    NarrowTable(int width) {
        this.width = width;
    }

    /// The table, ending in a line feed.
    String of(Timeline timeline) {
        var out = new StringBuilder("  step  what\n  ----  " + "-".repeat(width - NUMBERS.length()) + "\n");
        @Var int lane = -1;
        for (Row row : timeline.rows()) {
            if (row.lane() != lane) {
                lane = row.lane();
                String name = timeline.lanes().get(lane) + ":";
                append(out, NUMBERS, PlainText.wrap(name, width - NUMBERS.length()), "");
            }
            row(out, row);
        }
        return out.toString();
    }

    private void row(StringBuilder out, Row row) {
        String words = row.words();
        String indent =
                "  " + words.substring(0, words.length() - words.stripLeading().length());
        int room = width - NUMBERS.length() - indent.length();
        append(out, "%6d  ".formatted(row.number()), PlainText.wrap(words, room - 2), indent);
        row.mark().ifPresent(mark -> append(out, NUMBERS, PlainText.wrap("<- " + mark, room - 5), indent + "   "));
    }

    /// Lines after the first stand two letters further to the right.
    private void append(StringBuilder out, String begin, List<String> lines, String indent) {
        @Var String before = begin + indent;
        for (String line : lines) {
            String whole = before + line;
            out.append(PlainText.head(whole, width)).append('\n');
            before = NUMBERS + indent + "  ";
        }
    }
}
