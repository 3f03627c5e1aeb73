package dev.yank.model.linearize;

import java.util.List;

/// Operations of a history that are not linearizable.
///
/// @param entries the operations, in the order in which they were given
/// @param minimality whether every one of them is needed
/// @param <O> operations
/// @param <R> responses
public record FailingSubHistory<O, R>(List<Entry<O, R>> entries, Minimality minimality) {

    /// Whether every operation is needed.
    public enum Minimality {
        /// Two searches refuse them, and without any one of them there is an order, which was checked.
        VERIFIED,
        /// The limits were reached before that could be shown for each.
        NOT_SHOWN
    }

    /// Copies the operations.
    public FailingSubHistory(List<Entry<O, R>> entries, Minimality minimality) {
        this.entries = List.copyOf(entries);
        this.minimality = minimality;
    }
}
