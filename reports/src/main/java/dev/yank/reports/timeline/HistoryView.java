package dev.yank.reports.timeline;

import dev.yank.harness.examine.ExaminedHistory;
import dev.yank.harness.examine.ExaminedHistory.Part;
import dev.yank.harness.examine.ExaminedHistory.Verdict;
import dev.yank.reports.text.Fact;
import dev.yank.reports.text.Numbers;
import dev.yank.reports.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All that a page shows of a history without a trace, in plain data.
///
/// @param kind `history`
/// @param title for the window
/// @param verdict `linearizable`, `not-linearizable` or `unknown`
/// @param sentence the verdict in words
/// @param facts what else is to be said
/// @param command what to type next
/// @param parts the parts, those at fault first
/// @param leftOut how many parts are not shown
record HistoryView(
        String kind,
        String title,
        String verdict,
        String sentence,
        List<Fact> facts,
        String command,
        List<PartView> parts,
        int leftOut) {

    /// The page of a history.
    ///
    /// @param command what to type next
    static HistoryView of(ExaminedHistory history, String command) {
        List<Part> parts = new ArrayList<>(history.parts());
        parts.sort(Comparator.comparingInt(part -> part.verdict() == Verdict.NOT_LINEARIZABLE ? 0 : 1));
        String title = PlainText.line(history.name());
        int operations = parts.stream()
                .mapToInt(part -> part.operations().size() + part.leftOutBefore() + part.leftOutAfter())
                .sum();
        return new HistoryView(
                "history",
                title + ": " + PartView.word(history.verdict()).replace('-', ' '),
                PartView.word(history.verdict()),
                sentence(history, parts),
                List.of(
                        new Fact("file", title),
                        new Fact("specification", PlainText.line(history.spec())),
                        new Fact(
                                "operations",
                                Numbers.whole(operations) + " in " + Numbers.counted(parts.size(), "part"))),
                PlainText.line(command),
                parts.stream().map(PartView::of).toList(),
                0);
    }

    private static String sentence(ExaminedHistory history, List<Part> parts) {
        return switch (history.verdict()) {
            case LINEARIZABLE -> "Operations that take effect one at a time explain the history.";
            case UNKNOWN -> "It is not known whether an order explains the history: the search gave up.";
            case NOT_LINEARIZABLE -> {
                List<String> why = parts.getFirst().sentences();
                yield "No order of the operations explains the history"
                        + (why.isEmpty() ? "." : ": " + PlainText.line(why.getFirst()));
            }
        };
    }

    /// The first parts only.
    HistoryView first(int count) {
        return new HistoryView(
                kind,
                title,
                verdict,
                sentence,
                facts,
                command,
                parts.subList(0, count),
                leftOut + parts.size() - count);
    }
}
