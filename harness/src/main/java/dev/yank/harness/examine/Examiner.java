package dev.yank.harness.examine;

import dev.yank.harness.examine.ExaminedHistory.Operation;
import dev.yank.harness.examine.ExaminedHistory.Order;
import dev.yank.harness.examine.ExaminedHistory.Part;
import dev.yank.harness.examine.ExaminedHistory.Step;
import dev.yank.harness.examine.ExaminedHistory.Verdict;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.Explainer;
import dev.yank.model.linearize.Explanation;
import dev.yank.model.linearize.FailingSubHistory;
import dev.yank.model.linearize.FailingSubHistory.Minimality;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Judges histories and looks into them.
///
/// Of a long part a window is shown: where the part fails, the last operations up to the failure, after
/// one order of those before; else the last operations.
///
/// @param <S> states
/// @param <O> operations
/// @param <R> responses
public final class Examiner<S, O, R> {

    /// The most operations of a part that are shown.
    static final int MOST_OPERATIONS = 150;

    /// To explain takes one search for each operation; where one goes on too long, the explanation is less
    /// exact.
    private static final long CONFIGURATIONS_TO_EXPLAIN = 20_000;

    private final SequentialSpec<S, O, R> spec;
    private final Limits limits;

    /// @param spec what operations may do
    /// @param limits how far each search may go
    public Examiner(SequentialSpec<S, O, R> spec, Limits limits) {
        this.spec = spec;
        this.limits = limits;
    }

    /// Judges a history and looks into each of its parts.
    ///
    /// @param name what to call it
    public ExaminedHistory examine(String name, List<Entry<O, R>> entries) {
        return new ExaminedHistory(
                name, spec.name(), parts(entries).stream().map(this::part).toList());
    }

    private Collection<List<Entry<O, R>>> parts(List<Entry<O, R>> entries) {
        Map<Object, List<Entry<O, R>>> parts = new LinkedHashMap<>();
        for (Entry<O, R> entry : entries) {
            parts.computeIfAbsent(spec.partition(entry.operation()), _ -> new ArrayList<>())
                    .add(entry);
        }
        return parts.values();
    }

    private Part part(List<Entry<O, R>> entries) {
        List<Entry<O, R>> sorted = sorted(entries);
        String name = String.valueOf(spec.partition(sorted.getFirst().operation()));
        LinearizabilityResult<O, R> result = LinearizabilityChecker.check(spec, sorted, limits);
        return switch (result) {
            case Linearizable<O, R>(var order) -> explained(name, sorted, order);
            case NotLinearizable<O, R> refused -> unexplained(name, sorted, refused);
            case Inconclusive<O, R> gaveUp -> {
                List<Entry<O, R>> shown = sorted.subList(0, Math.min(sorted.size(), MOST_OPERATIONS));
                yield new Part(
                        name,
                        Verdict.UNKNOWN,
                        gaveUp.reason(),
                        describe(spec.initial()),
                        operations(shown),
                        List.of(),
                        shown.stream().map(_ -> -1).toList(),
                        -1,
                        List.of(),
                        List.of(),
                        0,
                        sorted.size() - shown.size());
            }
        };
    }

    private List<Entry<O, R>> sorted(List<Entry<O, R>> entries) {
        return entries.stream().sorted(Comparator.comparingInt(Entry::invoked)).toList();
    }

    private Part explained(String name, List<Entry<O, R>> entries, List<Entry<O, R>> order) {
        List<S> states = Replays.states(spec, order);
        int first = Math.max(0, order.size() - MOST_OPERATIONS);
        var window = new Window<>(entries, order.subList(0, first), Entry.NEVER);
        List<Step> steps = IntStream.range(first, order.size())
                .mapToObj(i -> new Step(window.place(order.get(i)), describe(states.get(i))))
                .toList();
        Integer[] longest = new Integer[window.shown().size()];
        Arrays.fill(longest, -1);
        steps.forEach(step -> longest[step.operation()] = 0);
        return new Part(
                name,
                Verdict.LINEARIZABLE,
                "",
                describe(first == 0 ? spec.initial() : states.get(first - 1)),
                operations(window.shown()),
                List.of(new Order(steps, List.of())),
                List.of(longest),
                -1,
                List.of(),
                List.of(),
                first,
                0);
    }

    private Part unexplained(String name, List<Entry<O, R>> entries, NotLinearizable<O, R> refused) {
        long most = Math.min(limits.maxConfigurations(), CONFIGURATIONS_TO_EXPLAIN);
        Explanation<O, R> why = new Explainer<>(spec, new Limits(most, limits.maxBytes(), limits.stop()))
                .explain(entries, refused)
                .orElseGet(() -> new Explanation<>(
                        "",
                        refused.cannotBePlaced(),
                        List.of(refused.sentence()),
                        Entry.NEVER,
                        false,
                        refused.longestPrefix(),
                        new FailingSubHistory<>(List.of(), Minimality.NOT_SHOWN),
                        new FailingSubHistory<>(List.of(), Minimality.NOT_SHOWN)));
        List<Entry<O, R>> before = why.longestPrefix();
        List<Entry<O, R>> fixed = before.subList(0, Math.max(0, before.size() - MOST_OPERATIONS / 2));
        var window = new Window<>(entries, fixed, why.prefixEnd());
        S start = fixed.isEmpty() ? spec.initial() : Replays.states(spec, fixed).getLast();
        var search = new PartialOrders<>(spec, window.shown(), start);
        return new Part(
                name,
                Verdict.NOT_LINEARIZABLE,
                "",
                describe(start),
                operations(window.shown()),
                search.orders(this::describe),
                search.longest(),
                window.place(why.cannotBePlaced()),
                why.sentences(),
                why.core().entries().stream()
                        .map(window::place)
                        .filter(place -> place >= 0)
                        .toList(),
                fixed.size(),
                window.after());
    }

    private List<Operation> operations(List<Entry<O, R>> entries) {
        return entries.stream().map(this::operation).toList();
    }

    private Operation operation(Entry<O, R> entry) {
        R response = entry.response();
        return new Operation(
                entry.process(),
                spec.describeOperation(entry.operation()),
                response == null ? "" : spec.describeResponse(response),
                entry.invoked(),
                entry.completed());
    }

    private String describe(S state) {
        return String.valueOf(state);
    }
}
