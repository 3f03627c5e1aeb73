package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decides whether a history is linearizable: whether its operations can have taken effect one at a time,
/// each within its interval, as the specification allows.
///
/// The same arguments always give the same result.
public final class LinearizabilityChecker {

    private LinearizabilityChecker() {}

    /// From so many operations on, the parts are judged side by side from the beginning.
    private static final int MANY = 20_000;

    /// Before parts are judged side by side, each of few is tried in turn, up to so many configurations.
    private static final long FIRST_TRY = 20_000;

    /// Judges a history.
    ///
    /// @param spec what operations may do
    /// @param entries the operations, in any order
    /// @param limits how far to search
    /// @return an order that explains the history, or where none can, or that the limit was reached
    public static <S, O, R> LinearizabilityResult<O, R> check(
            SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, Limits limits) {
        return check(spec, entries, limits, Engine.AUTO);
    }

    /// Judges a history in a given manner.
    ///
    /// @param spec what operations may do
    /// @param entries the operations, in any order
    /// @param limits how far to search
    /// @param engine how to search
    /// @return an order that explains the history, or where none can, or that the limit was reached
    public static <S, O, R> LinearizabilityResult<O, R> check(
            SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, Limits limits, Engine engine) {
        List<List<Entry<O, R>>> parts = parts(spec, entries);
        if (parts.size() <= 1) {
            return Portfolio.judge(spec, entries, limits, engine);
        }
        if (entries.size() >= MANY) {
            return joined(spec, new SideBySide<>(spec, limits, engine).results(parts));
        }
        List<LinearizabilityResult<O, R>> results = inTurn(spec, parts, limits, engine);
        List<Integer> undecided = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Inconclusive) {
                undecided.add(i);
            }
        }
        boolean isRefused = !results.isEmpty() && results.getLast() instanceof NotLinearizable;
        if (!isRefused && !undecided.isEmpty() && limits.maxConfigurations() > FIRST_TRY) {
            List<LinearizabilityResult<O, R>> again = new SideBySide<>(spec, limits, engine)
                    .results(undecided.stream().map(parts::get).toList());
            for (int i = 0; i < undecided.size(); i++) {
                results.set(undecided.get(i), again.get(i));
            }
        }
        return joined(spec, results);
    }

    /// The results up to the first part that is not linearizable.
    private static <S, O, R> List<LinearizabilityResult<O, R>> inTurn(
            SequentialSpec<S, O, R> spec, List<List<Entry<O, R>>> parts, Limits limits, Engine engine) {
        var first = new Limits(Math.min(FIRST_TRY, limits.maxConfigurations()), limits.maxBytes(), limits.stop());
        List<LinearizabilityResult<O, R>> results = new ArrayList<>(parts.size());
        for (List<Entry<O, R>> part : parts) {
            LinearizabilityResult<O, R> result = Portfolio.judge(spec, part, first, engine);
            results.add(result);
            if (result instanceof NotLinearizable) {
                break;
            }
        }
        return results;
    }

    /// One result for all parts.
    private static <S, O, R> LinearizabilityResult<O, R> joined(
            SequentialSpec<S, O, R> spec, List<LinearizabilityResult<O, R>> results) {
        List<Entry<O, R>> order = new ArrayList<>();
        @Var String reason = "";
        @Var int unexplainedFrom = Integer.MAX_VALUE;
        @Var int explained = 0;
        for (LinearizabilityResult<O, R> result : results) {
            switch (result) {
                case Linearizable<O, R> linearizable -> {
                    order.addAll(linearizable.order());
                    explained++;
                }
                case NotLinearizable<O, R> notLinearizable -> {
                    return notLinearizable;
                }
                case Inconclusive<O, R> inconclusive -> {
                    reason = reason.isEmpty() ? inconclusive.reason() : reason;
                    unexplainedFrom = Math.min(unexplainedFrom, inconclusive.unexplainedFrom());
                }
            }
        }
        return reason.isEmpty()
                ? new Linearizable<>(merged(spec, order))
                : new Inconclusive<>(reason, unexplainedFrom, explained, results.size());
    }

    /// The operations of each part of the world, in the order given.
    static <S, O, R> List<List<Entry<O, R>>> parts(SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries) {
        if (isOnePart(spec, entries)) {
            return List.of(entries);
        }
        Map<Object, List<Entry<O, R>>> parts = new LinkedHashMap<>();
        for (Entry<O, R> entry : entries) {
            parts.computeIfAbsent(spec.partition(entry.operation()), _ -> new ArrayList<>())
                    .add(entry);
        }
        return List.copyOf(parts.values());
    }

    private static <S, O, R> boolean isOnePart(SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries) {
        if (entries.isEmpty()) {
            return true;
        }
        Object first = spec.partition(entries.getFirst().operation());
        for (Entry<O, R> entry : entries) {
            if (!spec.partition(entry.operation()).equals(first)) {
                return false;
            }
        }
        return true;
    }

    /// One order for all parts, made of an order for each, one after the other.
    ///
    /// Within a part, let an operation take effect at the latest invocation so far. No operation that comes
    /// before another in the order is invoked after that one completes, so the moment lies in the interval of
    /// each; sorting by it keeps every part in order.
    private static <S, O, R> List<Entry<O, R>> merged(SequentialSpec<S, O, R> spec, List<Entry<O, R>> orders) {
        record Placed<O, R>(Entry<O, R> entry, int moment) {}
        List<Placed<O, R>> placed = new ArrayList<>(orders.size());
        Map<Object, Integer> latest = new LinkedHashMap<>();
        for (Entry<O, R> entry : orders) {
            int moment = latest.merge(spec.partition(entry.operation()), entry.invoked(), Math::max);
            placed.add(new Placed<>(entry, moment));
        }
        placed.sort(Comparator.comparingInt(Placed::moment));
        return placed.stream().map(Placed::entry).toList();
    }
}
