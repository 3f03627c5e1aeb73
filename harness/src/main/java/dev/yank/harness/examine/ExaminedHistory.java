package dev.yank.harness.examine;

import java.util.List;

/// A history with what was found out about it, in words and numbers.
///
/// @param name what to call it
/// @param spec the name of the specification that it was judged by
/// @param parts the parts of the world, each judged alone
public record ExaminedHistory(String name, String spec, List<Part> parts) {

    /// Copies the parts.
    public ExaminedHistory(String name, String spec, List<Part> parts) {
        this.name = name;
        this.spec = spec;
        this.parts = List.copyOf(parts);
    }

    /// Whether an order explains a part.
    public enum Verdict {
        /// One does.
        LINEARIZABLE,
        /// None does.
        NOT_LINEARIZABLE,
        /// The search gave up.
        UNKNOWN
    }

    /// The verdict on all parts together.
    public Verdict verdict() {
        if (parts.stream().anyMatch(part -> part.verdict == Verdict.NOT_LINEARIZABLE)) {
            return Verdict.NOT_LINEARIZABLE;
        }
        return parts.stream().allMatch(part -> part.verdict == Verdict.LINEARIZABLE)
                ? Verdict.LINEARIZABLE
                : Verdict.UNKNOWN;
    }

    /// A part of the world. Operations are named by their places in `operations`.
    ///
    /// @param name what to call it; empty where there is one
    /// @param verdict whether an order explains it
    /// @param reason why nothing is known; empty where something is
    /// @param initial the state before the first operation that is shown
    /// @param operations those shown, in the order of their invocations
    /// @param orders orders that explain as many operations as they can; of a part that is explained the
    /// one that explains all, of one that is not the longest that were found, the longest first
    /// @param longest for each operation the longest order that places it, by its place in `orders`; -1
    /// where none does
    /// @param cannotBePlaced the operation that has to take effect next after the longest prefix, and
    /// cannot; -1 where there is none
    /// @param sentences why it cannot, one for each state that the operations before can have left
    /// @param core operations that fail alone, whatever the others do
    /// @param leftOutBefore how many operations before those shown are left out; an order of them was
    /// chosen
    /// @param leftOutAfter how many operations after those shown are left out
    public record Part(
            String name,
            Verdict verdict,
            String reason,
            String initial,
            List<Operation> operations,
            List<Order> orders,
            List<Integer> longest,
            int cannotBePlaced,
            List<String> sentences,
            List<Integer> core,
            int leftOutBefore,
            int leftOutAfter) {}

    /// An operation.
    ///
    /// @param process who asked
    /// @param asked what
    /// @param answered what was answered; empty if nobody knows
    /// @param invoked when it was asked
    /// @param completed when it was answered, or the greatest number
    public record Operation(int process, String asked, String answered, int invoked, int completed) {}

    /// An order of some operations.
    ///
    /// @param steps the operations
    /// @param refusals why none of the others can be the next; empty where nothing is left to be placed
    public record Order(List<Step> steps, List<String> refusals) {}

    /// An operation that takes effect.
    ///
    /// @param operation which
    /// @param state the state that it leaves
    public record Step(int operation, String state) {}
}
