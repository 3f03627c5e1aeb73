package dev.yank.model.linearize;

import java.util.List;

/// What the checker found out about a history.
///
/// @param <O> operations
/// @param <R> responses
public sealed interface LinearizabilityResult<O, R> {

    /// The history can be explained.
    ///
    /// @param order the operations in one order that explains it; lost ones that need no effect are left out
    /// @param <O> operations
    /// @param <R> responses
    record Linearizable<O, R>(List<Entry<O, R>> order) implements LinearizabilityResult<O, R> {

        /// Copies the order.
        public Linearizable(List<Entry<O, R>> order) {
            this.order = List.copyOf(order);
        }
    }

    /// The history cannot be explained.
    ///
    /// @param cannotBePlaced the operation that has to take effect next after the longest prefix, and cannot
    /// @param sentence what it may answer there, and what it answered
    /// @param longestPrefix a beginning of an explanation, in order, of the part of the world at fault; none
    /// places
    ///     more of the operations that were answered
    /// @param <O> operations
    /// @param <R> responses
    record NotLinearizable<O, R>(Entry<O, R> cannotBePlaced, String sentence, List<Entry<O, R>> longestPrefix)
            implements LinearizabilityResult<O, R> {

        /// Copies the prefix.
        public NotLinearizable(Entry<O, R> cannotBePlaced, String sentence, List<Entry<O, R>> longestPrefix) {
            this.cannotBePlaced = cannotBePlaced;
            this.sentence = sentence;
            this.longestPrefix = List.copyOf(longestPrefix);
        }
    }

    /// The search gave up.
    ///
    /// @param reason why
    /// @param unexplainedFrom the time of the first completion that no order was found for: before it the
    ///     history is linearizable
    /// @param explainedParts how many parts of the world are linearizable as a whole
    /// @param parts how many parts there are
    /// @param <O> operations
    /// @param <R> responses
    record Inconclusive<O, R>(String reason, int unexplainedFrom, int explainedParts, int parts)
            implements LinearizabilityResult<O, R> {}
}
