package dev.yank.model.linearize;

import java.util.List;

/// Why a history is not linearizable.
///
/// @param part the part of the world at fault
/// @param cannotBePlaced the operation that cannot be placed
/// @param sentences why it cannot be placed: one sentence for each state that the operations before can have left,
///     eight at most; none if the limits were reached before all states were known
/// @param prefixEnd the time of a completion: up to and including it the history fails
/// @param isShortest whether the history before that time is known to be linearizable
/// @param longestPrefix an order of the operations of the part that explains every completion before that time, if so
/// @param core operations of the prefix that fail whatever the others do: each of the others may take effect at any
///     time, or never, and cannot help; free any one of them in the same way, and there is an order
/// @param minimal operations of the core that fail by themselves, as if the others had not happened; leave out any
///     one of them, and there is an order
/// @param <O> operations
/// @param <R> responses
public record Explanation<O, R>(
        Object part,
        Entry<O, R> cannotBePlaced,
        List<String> sentences,
        int prefixEnd,
        boolean isShortest,
        List<Entry<O, R>> longestPrefix,
        FailingSubHistory<O, R> core,
        FailingSubHistory<O, R> minimal) {

    /// Copies the lists.
    public Explanation(
            Object part,
            Entry<O, R> cannotBePlaced,
            List<String> sentences,
            int prefixEnd,
            boolean isShortest,
            List<Entry<O, R>> longestPrefix,
            FailingSubHistory<O, R> core,
            FailingSubHistory<O, R> minimal) {
        this.part = part;
        this.cannotBePlaced = cannotBePlaced;
        this.sentences = List.copyOf(sentences);
        this.prefixEnd = prefixEnd;
        this.isShortest = isShortest;
        this.longestPrefix = List.copyOf(longestPrefix);
        this.core = core;
        this.minimal = minimal;
    }
}
