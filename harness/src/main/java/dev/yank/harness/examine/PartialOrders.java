package dev.yank.harness.examine;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.examine.ExaminedHistory.Order;
import dev.yank.harness.examine.ExaminedHistory.Step;
import dev.yank.model.linearize.Entry;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The longest orders that can be found in a history that none explains: for each operation the longest in
/// which it takes effect, as in the visualiser of Porcupine (Athalye, 2017).
///
/// The search places operations one after another and takes choices back. It gives up after a number of
/// configurations; what it has found by then is shown.
final class PartialOrders<S, O, R> {

    private static final int MOST_CONFIGURATIONS = 60_000;
    private static final int MOST_ORDERS = 24;

    private record Configuration<S>(BitSet placed, S state) {}

    private record Placed<S>(int operation, S state) {}

    private record Found<S>(List<Placed<S>> steps) {}

    private final SequentialSpec<S, O, R> spec;
    private final List<Entry<O, R>> entries;
    private final S start;
    private final Set<Configuration<S>> visited = new HashSet<>(); // looked up only
    private final List<Placed<S>> stack = new ArrayList<>();
    private final BitSet placed = new BitSet();
    private final List<Found<S>> found = new ArrayList<>();
    private final int[] best;

    /// @param start the state before the first operation
    PartialOrders(SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, S start) {
        this.spec = spec;
        this.entries = List.copyOf(entries);
        this.start = start;
        this.best = new int[entries.size()];
        Arrays.fill(best, -1);
        search(start);
        keepTheLongest();
    }

    /// As deep as there are operations, of which there are few.
    private void search(S state) {
        @Var boolean goesOn = false;
        int bound = earliestCompletion();
        for (int i = 0; i < entries.size(); i++) {
            Entry<O, R> entry = entries.get(i);
            if (placed.get(i) || entry.invoked() > bound) {
                continue;
            }
            for (S next : Replays.after(spec, state, entry)) {
                placed.set(i);
                var configuration = new Configuration<>((BitSet) placed.clone(), next);
                if (visited.size() < MOST_CONFIGURATIONS && visited.add(configuration)) {
                    goesOn = true;
                    stack.add(new Placed<>(i, next));
                    search(next);
                    stack.removeLast();
                }
                placed.clear(i);
            }
        }
        if (!goesOn) {
            keep();
        }
    }

    /// What is invoked later than this must wait: an operation that was answered by then has to take
    /// effect first.
    private int earliestCompletion() {
        @Var int earliest = Entry.NEVER;
        for (int i = 0; i < entries.size(); i++) {
            if (!placed.get(i)) {
                earliest = Math.min(earliest, entries.get(i).completed());
            }
        }
        return earliest;
    }

    private void keep() {
        @Var boolean isNew = false;
        for (Placed<S> step : stack) {
            int before = best[step.operation];
            if (before < 0 || found.get(before).steps.size() < stack.size()) {
                best[step.operation] = found.size();
                isNew = true;
            }
        }
        if (isNew) {
            found.add(new Found<>(List.copyOf(stack)));
        }
    }

    /// Orders that are still the longest of some operation, the longest first.
    private void keepTheLongest() {
        List<Integer> wanted = Arrays.stream(best)
                .filter(order -> order >= 0)
                .boxed()
                .distinct()
                .sorted(Comparator.comparingInt(
                                (Integer order) -> -found.get(order).steps.size())
                        .thenComparingInt(order -> order))
                .limit(MOST_ORDERS)
                .toList();
        List<Found<S>> kept = wanted.stream().map(found::get).toList();
        for (int i = 0; i < best.length; i++) {
            best[i] = wanted.indexOf(best[i]);
        }
        found.clear();
        found.addAll(kept);
    }

    /// For each operation the place of the longest order in which it takes effect, or -1.
    List<Integer> longest() {
        return Arrays.stream(best).boxed().toList();
    }

    /// The orders, the longest first.
    ///
    /// @param words how a state reads
    List<Order> orders(Function<S, String> words) {
        return found.stream()
                .map(order -> new Order(
                        order.steps.stream()
                                .map(step -> new Step(step.operation, words.apply(step.state)))
                                .toList(),
                        refusals(order)))
                .toList();
    }

    /// Why none of the operations that could be next takes effect.
    private List<String> refusals(Found<S> order) {
        BitSet there = new BitSet();
        order.steps.forEach(step -> there.set(step.operation));
        S state = order.steps.isEmpty() ? start : order.steps.getLast().state;
        @Var int bound = Entry.NEVER;
        for (int i = there.nextClearBit(0); i < entries.size(); i = there.nextClearBit(i + 1)) {
            bound = Math.min(bound, entries.get(i).completed());
        }
        List<String> sentences = new ArrayList<>();
        for (int i = there.nextClearBit(0); i < entries.size(); i = there.nextClearBit(i + 1)) {
            Entry<O, R> entry = entries.get(i);
            if (entry.invoked() <= bound && entry.response() != null) {
                sentences.add(refusal(state, entry));
            }
        }
        return sentences;
    }

    private String refusal(S state, Entry<O, R> entry) {
        String asked = spec.describeOperation(entry.operation());
        String allowed = spec.effects(state, entry.operation()).stream()
                .map(Effect::response)
                .map(spec::describeResponse)
                .collect(Collectors.joining(", "));
        R response = entry.response();
        String answered = response == null ? "nothing" : spec.describeResponse(response);
        return asked + (allowed.isEmpty() ? " cannot take effect" : " may answer [" + allowed + "]")
                + " here, but answered " + answered + ".";
    }
}
