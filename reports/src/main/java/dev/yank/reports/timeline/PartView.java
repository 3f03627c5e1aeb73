package dev.yank.reports.timeline;

import dev.yank.harness.examine.ExaminedHistory.Operation;
import dev.yank.harness.examine.ExaminedHistory.Order;
import dev.yank.harness.examine.ExaminedHistory.Part;
import dev.yank.harness.examine.ExaminedHistory.Step;
import dev.yank.harness.examine.ExaminedHistory.Verdict;
import dev.yank.model.linearize.Entry;
import dev.yank.reports.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a history, in plain data.
///
/// @param name what to call it; empty where there is one
/// @param verdict `linearizable`, `not-linearizable` or `unknown`
/// @param reason why nothing is known; empty where something is
/// @param initial the number of the state before the first operation
/// @param operations those shown
/// @param orders the longest first
/// @param longest for each operation the longest order that places it, or -1
/// @param cannotBePlaced the operation that has to be next and cannot, or -1
/// @param sentences why
/// @param core operations that fail alone
/// @param leftOutBefore how many operations before those shown are left out
/// @param leftOutAfter how many after them
/// @param states the states by their numbers
record PartView(
        String name,
        String verdict,
        String reason,
        int initial,
        List<Bar> operations,
        List<OrderView> orders,
        List<Integer> longest,
        int cannotBePlaced,
        List<String> sentences,
        List<Integer> core,
        int leftOutBefore,
        int leftOutAfter,
        List<String> states) {

    private static final int LONGEST_STATE = 300;

    /// An operation.
    ///
    /// @param completed when it was answered; null if nobody knows
    record Bar(
            int process,
            String asked,
            String answered,
            int invoked,
            @Nullable Integer completed) {}

    /// An order.
    ///
    /// @param steps pairs of an operation and the number of the state that it leaves
    /// @param refusals why none of the others can be the next
    record OrderView(List<List<Integer>> steps, List<String> refusals) {}

    static PartView of(Part part) {
        var states = new States();
        int initial = states.number(part.initial());
        List<OrderView> orders =
                part.orders().stream().map(order -> order(order, states)).toList();
        return new PartView(
                PlainText.line(part.name()),
                word(part.verdict()),
                PlainText.line(part.reason()),
                initial,
                part.operations().stream().map(PartView::bar).toList(),
                orders,
                part.longest(),
                part.cannotBePlaced(),
                part.sentences().stream().map(PlainText::line).toList(),
                part.core(),
                part.leftOutBefore(),
                part.leftOutAfter(),
                List.copyOf(states.numbers.keySet()));
    }

    static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Bar bar(Operation operation) {
        return new Bar(
                operation.process(),
                PlainText.line(operation.asked()),
                PlainText.line(operation.answered()),
                operation.invoked(),
                operation.completed() == Entry.NEVER ? null : operation.completed());
    }

    private static OrderView order(Order order, States states) {
        List<List<Integer>> steps = new ArrayList<>();
        for (Step step : order.steps()) {
            steps.add(List.of(step.operation(), states.number(step.state())));
        }
        return new OrderView(
                steps, order.refusals().stream().map(PlainText::line).toList());
    }

    /// Many steps leave the same state.
    private static final class States {

        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String state) {
            String line = PlainText.line(state);
            String shown = line.length() <= LONGEST_STATE ? line : line.substring(0, LONGEST_STATE) + "…";
            return numbers.computeIfAbsent(shown, _ -> numbers.size());
        }
    }
}
