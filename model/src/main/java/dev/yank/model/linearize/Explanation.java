package dev.yank.model.linearize;

import java.util.List;

/// Why a history is not linearizable.
///
/// @param part the part of the world at fault
/// @param cannotBePlaced the operation that cannot be placed
/// @param sentences why it cannot be placed: one sentence for each state that the operations before can have left,
///     eight at most
/// @param prefixEnd the time of the completion with which the shortest failing prefix ends: up to and including it
///     the history fails, before it does not
/// @param longestPrefix an order of the operations of the part that explains every completion before that time
/// @param core operations that fail alone, such that every other operation of the prefix may take effect at any time,
///     or never, and cannot help; in the order of their invocations. Free any one of them in the same way, and there
///     is an order (or the search for one hit its limit)
/// @param <O> operations
/// @param <R> responses
public record Explanation<O, R>(
        Object part,
        Entry<O, R> cannotBePlaced,
        List<String> sentences,
        int prefixEnd,
        List<Entry<O, R>> longestPrefix,
        List<Entry<O, R>> core) {

    /// Copies the lists.
    public Explanation(
            Object part,
            Entry<O, R> cannotBePlaced,
            List<String> sentences,
            int prefixEnd,
            List<Entry<O, R>> longestPrefix,
            List<Entry<O, R>> core) {
        this.part = part;
        this.cannotBePlaced = cannotBePlaced;
        this.sentences = List.copyOf(sentences);
        this.prefixEnd = prefixEnd;
        this.longestPrefix = List.copyOf(longestPrefix);
        this.core = List.copyOf(core);
    }
}
