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
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Decides whether a history is linearizable: whether its operations can have taken effect one at a time,
/// each within its interval, as the specification allows.
///
/// The same arguments always give the same result.
public final class LinearizabilityChecker {

    private LinearizabilityChecker() {}

    /// Up to so many operations, searching costs less than preparing the search.
    private static final int FEW = 48;

    /// From so many operations on, the parts are judged side by side.
    private static final int MANY = 20_000;

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
        Collection<List<Entry<O, R>>> parts = parts(spec, entries);
        if (parts.size() <= 1) {
            return search(spec, entries, limits, engine);
        }
        List<LinearizabilityResult<O, R>> results = entries.size() < MANY
                ? inTurn(spec, parts, limits, engine)
                : sideBySide(spec, List.copyOf(parts), limits, engine);
        List<Entry<O, R>> order = new ArrayList<>(entries.size());
        @Var LinearizabilityResult<O, R> gaveUp = null;
        for (LinearizabilityResult<O, R> result : results) {
            switch (result) {
                case Linearizable<O, R> linearizable -> order.addAll(linearizable.order());
                case NotLinearizable<O, R> notLinearizable -> {
                    return notLinearizable;
                }
                case Inconclusive<O, R> inconclusive -> gaveUp = gaveUp == null ? inconclusive : gaveUp;
            }
        }
        return gaveUp == null ? new Linearizable<>(merged(spec, order)) : gaveUp;
    }

    private static <S, O, R> LinearizabilityResult<O, R> search(
            SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, Limits limits, Engine engine) {
        return switch (engine) {
            case AUTO ->
                entries.size() <= FEW
                        ? new Search<>(spec, entries).run(limits)
                        : new JustInTime<>(spec, entries, limits).run();
            case WGL -> new Search<>(spec, entries).run(limits);
            case JIT -> new JustInTime<>(spec, entries, limits).run();
        };
    }

    /// The results up to the first part that is not linearizable.
    private static <S, O, R> List<LinearizabilityResult<O, R>> inTurn(
            SequentialSpec<S, O, R> spec, Collection<List<Entry<O, R>>> parts, Limits limits, Engine engine) {
        List<LinearizabilityResult<O, R>> results = new ArrayList<>(parts.size());
        for (List<Entry<O, R>> part : parts) {
            LinearizabilityResult<O, R> result = search(spec, part, limits, engine);
            results.add(result);
            if (result instanceof NotLinearizable) {
                break;
            }
        }
        return results;
    }

    /// The results in the order of the parts, up to the first that is not linearizable or a little further:
    /// which parts are judged at the same time does not show.
    private static <S, O, R> List<LinearizabilityResult<O, R>> sideBySide(
            SequentialSpec<S, O, R> spec, List<List<Entry<O, R>>> parts, Limits limits, Engine engine) {
        var firstRefused = new AtomicInteger(Integer.MAX_VALUE);
        // Together they keep to the memory that one may take.
        int workers = ForkJoinPool.getCommonPoolParallelism() + 1;
        var shared = new Limits(limits.maxConfigurations(), Math.max(1, limits.maxBytes() / workers), limits.stop());
        return IntStream.range(0, parts.size())
                .parallel()
                .mapToObj(i -> {
                    // A part after one that is refused does not count any more.
                    LinearizabilityResult<O, R> result = i > firstRefused.get()
                            ? new Inconclusive<O, R>("An earlier part is not linearizable.")
                            : search(spec, parts.get(i), shared, engine);
                    if (result instanceof NotLinearizable) {
                        firstRefused.accumulateAndGet(i, Math::min);
                    }
                    return result;
                })
                .toList();
    }

    /// The operations of each part of the world, in the order given.
    static <S, O, R> Collection<List<Entry<O, R>>> parts(SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries) {
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
