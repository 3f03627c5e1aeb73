package dev.yank.reports.text;

import java.util.Optional;

/// One row of a timeline: one thing that one lane does.
///
/// @param number the step, from 1
/// @param lane the column, from 0
/// @param kind what it is
/// @param words what happens, in plain text; inside of an operation they are indented
/// @param mark why the rule is broken here; empty for every other row
public record Row(int number, int lane, Kind kind, String words, Optional<String> mark) {

    /// What a row can be.
    public enum Kind {
        /// An operation is invoked, and perhaps answered at once.
        OPERATION,
        /// The answer of an operation.
        ANSWER,
        /// A kernel event.
        EVENT
    }

    /// Whether the rule is broken here.
    public boolean isFailure() {
        return mark.isPresent();
    }
}
