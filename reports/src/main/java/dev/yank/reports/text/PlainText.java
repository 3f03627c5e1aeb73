package dev.yank.reports.text;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;

/// Text that is safe on every terminal: printable ASCII and `…`, so that no name and no note of a driver can
/// move the cursor, change colours, reverse the line or begin a new one.
public final class PlainText {

    private static final char ELLIPSIS = '…';

    private PlainText() {}

    /// The text in one line, with `?` for whatever is not printable ASCII.
    public static String line(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.append(isPlain(c) ? (char) c : c == '\t' || c == '\n' ? ' ' : '?'));
        return plain.toString();
    }

    private static boolean isPlain(int codePoint) {
        return (codePoint >= ' ' && codePoint < 0x7f) || codePoint == ELLIPSIS;
    }

    /// The text, or its beginning and `…` where it is longer than `width`.
    static String head(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + ELLIPSIS;
    }

    /// The text, or its beginning, `…` and its end where it is longer than `width`.
    static String headAndTail(String text, int width) {
        if (text.length() <= width) {
            return text;
        }
        int tail = Math.max(0, (width - 1) / 2);
        return head(text, width - tail) + text.substring(text.length() - tail);
    }

    /// The words in lines of at most `width` characters; a longer word has a line of its own.
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        var current = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!current.isEmpty() && current.length() + 1 + word.length() > width) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
        }
        lines.add(current.toString());
        return lines;
    }

    /// The lines, each ended by a line feed, those after the first behind `indent`.
    static String hanging(List<String> lines, String indent) {
        @Var String before = "";
        var out = new StringBuilder();
        for (String line : lines) {
            out.append(before).append(line).append('\n');
            before = indent;
        }
        return out.toString();
    }
}
