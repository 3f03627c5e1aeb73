package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Collection;
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

    /// Judges a history.
    ///
    /// @param spec what operations may do
    /// @param entries the operations, in any order
    /// @param limits how far to search
    /// @return an order that explains the history, or where none can, or that the limit was reached
    public static <S, O, R> LinearizabilityResult<O, R> check(
            SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, Limits limits) {
        Collection<List<Entry<O, R>>> parts = parts(spec, entries);
        if (parts.size() <= 1) {
            return new Search<>(spec, entries).run(limits.maxConfigurations());
        }
        List<Entry<O, R>> order = new ArrayList<>();
        List<Inconclusive<O, R>> gaveUp = new ArrayList<>();
        @Var long left = limits.maxConfigurations();
        for (List<Entry<O, R>> part : parts) {
            var search = new Search<>(spec, part);
            LinearizabilityResult<O, R> result = search.run(left);
            switch (result) {
                case Linearizable<O, R> linearizable -> order.addAll(linearizable.order());
                case NotLinearizable<O, R> notLinearizable -> {
                    return notLinearizable;
                }
                case Inconclusive<O, R> inconclusive -> gaveUp.add(inconclusive);
            }
            left = Math.max(1, left - search.visited());
        }
        return gaveUp.isEmpty() ? new Linearizable<>(merged(spec, order)) : gaveUp.getFirst();
    }

    /// The operations of each part of the world, in the order given.
    private static <S, O, R> Collection<List<Entry<O, R>>> parts(
            SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries) {
        if (isOnePart(spec, entries)) {
            return List.of(entries);
        }
        Map<Object, List<Entry<O, R>>> parts = new LinkedHashMap<>();
        for (Entry<O, R> entry : entries) {
            parts.computeIfAbsent(spec.partition(entry.operation()), _ -> new ArrayList<>())
                    .add(entry);
        }
        return parts.values();
    }

    private static <S, O, R> boolean isOnePart(SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries) {
        for (Entry<O, R> entry : entries) {
            if (!spec.partition(entry.operation())
                    .equals(spec.partition(entries.getFirst().operation()))) {
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
