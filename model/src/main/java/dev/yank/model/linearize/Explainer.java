package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out why a history is not linearizable, where that is known already.
///
/// @param <S> states
/// @param <O> operations
/// @param <R> responses
public final class Explainer<S, O, R> {

    private final SequentialSpec<S, O, R> spec;
    private final Limits limits;

    /// @param spec what operations may do
    /// @param limits how far each of the searches may go
    public Explainer(SequentialSpec<S, O, R> spec, Limits limits) {
        this.spec = spec;
        this.limits = limits;
    }

    /// Explains the part whose failing prefix is the shortest; empty if no part is seen to fail within the limits.
    public Optional<Explanation<O, R>> explain(List<Entry<O, R>> entries) {
        @Var Optional<Explanation<O, R>> shortest = Optional.empty();
        @Var List<Entry<O, R>> failing = List.of();
        for (List<Entry<O, R>> part : LinearizabilityChecker.parts(spec, entries)) {
            Optional<Explanation<O, R>> found = prefix(part);
            if (found.isPresent()
                    && found.get().prefixEnd()
                            < shortest.map(Explanation::prefixEnd).orElse(Entry.NEVER)) {
                shortest = found;
                failing = part;
            }
        }
        if (shortest.isEmpty()) {
            return shortest;
        }
        Explanation<O, R> known = shortest.get();
        List<Entry<O, R>> core = core(upTo(failing, known.prefixEnd()));
        return Optional.of(new Explanation<>(
                known.part(),
                known.cannotBePlaced(),
                known.sentences(),
                known.prefixEnd(),
                known.longestPrefix(),
                core));
    }

    private Optional<Explanation<O, R>> prefix(List<Entry<O, R>> part) {
        var whole = new JustInTime<>(spec, part, limits);
        if (!(whole.run() instanceof NotLinearizable)) {
            return Optional.empty();
        }
        int end = prefixEnd(part, part.get(whole.stuck()).completed());
        List<Entry<O, R>> failing = upTo(part, end);
        var search = new JustInTime<>(spec, failing, limits);
        if (!(search.run() instanceof NotLinearizable)) {
            return Optional.empty();
        }
        Entry<O, R> stuck = failing.get(search.stuck());
        Set<String> sentences = new LinkedHashSet<>();
        for (S state : search.statesAtStuck()) {
            sentences.add(Refusal.sentence(spec, state, stuck));
        }
        List<Entry<O, R>> longest =
                new JustInTime<>(spec, upTo(part, end - 1), limits).run() instanceof Linearizable<O, R>(var order)
                        ? order
                        : List.of();
        return Optional.of(new Explanation<>(
                spec.partition(stuck.operation()), stuck, List.copyOf(sentences), end, longest, List.of()));
    }

    /// The first completion up to which the history fails. The search may stop before it: an operation in flight whose
    /// answer comes later could, for all that is known so far, have answered something else.
    private int prefixEnd(List<Entry<O, R>> part, int earliest) {
        int[] ends = part.stream()
                .mapToInt(Entry::completed)
                .filter(completed -> completed >= earliest && completed != Entry.NEVER)
                .sorted()
                .toArray();
        @Var int low = 0;
        @Var int high = ends.length - 1;
        @Var int middle = low;
        while (low < high) {
            if (new JustInTime<>(spec, upTo(part, ends[middle]), limits).run() instanceof NotLinearizable) {
                high = middle;
            } else {
                low = middle + 1;
            }
            middle = (low + high) / 2;
        }
        return ends[high];
    }

    /// The history up to a time: what is invoked later is not there, what completes later is in flight.
    private static <O, R> List<Entry<O, R>> upTo(List<Entry<O, R>> entries, int end) {
        List<Entry<O, R>> prefix = new ArrayList<>();
        for (Entry<O, R> entry : entries) {
            if (entry.invoked() <= end) {
                prefix.add(
                        entry.completed() <= end
                                ? entry
                                : Entry.lost(entry.process(), entry.operation(), entry.invoked()));
            }
        }
        return prefix;
    }

    /// Frees operations, many at a time and then one by one, as long as the rest fails.
    private List<Entry<O, R>> core(List<Entry<O, R>> prefix) {
        List<Entry<O, R>> now = new ArrayList<>(prefix);
        boolean[] freed = new boolean[prefix.size()];
        for (@Var int chunk = Math.max(1, prefix.size() / 2); chunk > 0; chunk /= 2) {
            for (@Var int from = 0; from < prefix.size(); from += chunk) {
                int to = Math.min(prefix.size(), from + chunk);
                if (!limits.stop().getAsBoolean() && isAnyLeft(freed, from, to) && failsWithout(now, from, to)) {
                    for (int i = from; i < to; i++) {
                        now.set(i, free(now.get(i)));
                        freed[i] = true;
                    }
                }
            }
        }
        List<Entry<O, R>> core = new ArrayList<>();
        for (int i = 0; i < freed.length; i++) {
            if (!freed[i]) {
                core.add(prefix.get(i));
            }
        }
        return core;
    }

    private static boolean isAnyLeft(boolean[] freed, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!freed[i]) {
                return true;
            }
        }
        return false;
    }

    private boolean failsWithout(List<Entry<O, R>> entries, int from, int to) {
        List<Entry<O, R>> weaker = new ArrayList<>(entries);
        for (int i = from; i < to; i++) {
            weaker.set(i, free(entries.get(i)));
        }
        return new JustInTime<>(spec, weaker, limits).run() instanceof NotLinearizable;
    }

    /// The operation, able to take effect at any time or never.
    private static <O, R> Entry<O, R> free(Entry<O, R> entry) {
        return Entry.lost(entry.process(), entry.operation(), -1);
    }
}
