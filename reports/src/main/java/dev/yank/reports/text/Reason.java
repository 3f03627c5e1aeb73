package dev.yank.reports.text;

import java.util.function.IntFunction;

/// Why a rule is broken at one event, in a few words, and the earlier event that explains it.
///
/// @param words the words, with `{s}` for the number of the earlier step
/// @param step the earlier event, or 0
public record Reason(String words, int step) {

    /// A reason that no earlier event explains.
    static Reason plainly(String words) {
        return new Reason(words, 0);
    }

    /// The words, with steps numbered as the reader sees them.
    public String in(IntFunction<String> numbers) {
        return words.replace("{s}", step == 0 ? "" : numbers.apply(step));
    }
}
