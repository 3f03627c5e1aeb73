package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Contender.Standing;
import dev.yank.model.linearize.JustInTime.Width;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Comparator;
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

    private static final int CHECKED_EVERY = 1024;

    private final SequentialSpec<S, O, R> spec;
    private final Limits limits;

    /// @param spec what operations may do
    /// @param limits how far each of the searches may go
    public Explainer(SequentialSpec<S, O, R> spec, Limits limits) {
        this.spec = spec;
        this.limits = limits;
    }

    /// A part of the world with the completion at which its shortest failing prefix ends.
    ///
    /// @param isShortest whether the prefix without its last event is known to be linearizable
    private record Failing<O, R>(List<Entry<O, R>> part, int end, boolean isShortest) {}

    /// Explains the part whose failing prefix is the shortest; empty if no part is seen to fail within the limits.
    public Optional<Explanation<O, R>> explain(List<Entry<O, R>> entries) {
        @Var Optional<Failing<O, R>> shortest = Optional.empty();
        for (List<Entry<O, R>> part : LinearizabilityChecker.parts(spec, entries)) {
            Optional<Failing<O, R>> known = shortest;
            shortest =
                    failing(part, known.map(Failing::end).orElse(Entry.NEVER)).or(() -> known);
        }
        return shortest.map(this::explained);
    }

    /// Explains what a search has refused, whose part is looked at first.
    public Optional<Explanation<O, R>> explain(List<Entry<O, R>> entries, NotLinearizable<O, R> refused) {
        Object part = spec.partition(refused.cannotBePlaced().operation());
        List<Entry<O, R>> itsPartFirst = new ArrayList<>(entries.size());
        entries.stream().filter(entry -> isIn(part, entry)).forEach(itsPartFirst::add);
        entries.stream().filter(entry -> !isIn(part, entry)).forEach(itsPartFirst::add);
        return explain(itsPartFirst);
    }

    private boolean isIn(Object part, Entry<O, R> entry) {
        return spec.partition(entry.operation()).equals(part);
    }

    /// The shortest failing prefix of a part, if it ends before a time.
    private Optional<Failing<O, R>> failing(List<Entry<O, R>> part, int before) {
        List<Entry<O, R>> beginning = before == Entry.NEVER ? part : upTo(part, before - 1);
        if (!(check(beginning) instanceof NotLinearizable<O, R> refused)) {
            return Optional.empty();
        }
        // The search may stop before the end: an operation in flight whose answer comes later could, for all that is
        // known so far, have answered something else.
        int[] ends = beginning.stream()
                .mapToInt(Entry::completed)
                .filter(completed -> completed != Entry.NEVER
                        && completed >= refused.cannotBePlaced().completed())
                .sorted()
                .toArray();
        @Var int low = 0;
        @Var int high = ends.length - 1;
        @Var int middle = low;
        while (low < high) {
            if (check(upTo(beginning, ends[middle])) instanceof NotLinearizable) {
                high = middle;
            } else {
                low = middle + 1;
            }
            middle = (low + high) / 2;
        }
        boolean isShortest = check(upTo(beginning, ends[high] - 1)) instanceof Linearizable;
        return Optional.of(new Failing<>(part, ends[high], isShortest));
    }

    private Explanation<O, R> explained(Failing<O, R> failing) {
        List<Entry<O, R>> prefix = upTo(failing.part(), failing.end());
        List<Entry<O, R>> longest =
                check(upTo(failing.part(), failing.end() - 1)) instanceof Linearizable<O, R>(var order)
                        ? order
                        : List.of();
        var minimizer = new Minimizer<>(spec, limits);
        FailingSubHistory<O, R> core = minimizer.core(prefix);
        Stuck<O, R> stuck = stuck(prefix);
        return new Explanation<>(
                spec.partition(stuck.entry().operation()),
                stuck.entry(),
                stuck.sentences(),
                failing.end(),
                failing.isShortest(),
                longest,
                core,
                minimizer.minimal(core.entries()));
    }

    private record Stuck<O, R>(Entry<O, R> entry, List<String> sentences) {}

    /// What cannot be placed in a failing prefix, and why: in every state that can precede it, if the search for all
    /// of them comes to an end. Without that it is the operation that completes last.
    private Stuck<O, R> stuck(List<Entry<O, R>> prefix) {
        var transitions = Transitions.of(spec);
        var search = new JustInTime<>(spec, prefix, transitions, Course.of(transitions, prefix), Width.ALL);
        @Var Standing standing = Standing.SEARCHING;
        while (standing == Standing.SEARCHING
                && !limits.stop().getAsBoolean()
                && search.work() < limits.maxConfigurations()
                && search.bytes() + transitions.bytes() < limits.maxBytes()) {
            standing = search.advance(CHECKED_EVERY);
        }
        if (standing != Standing.NO_ORDER) {
            return new Stuck<>(
                    prefix.stream()
                            .filter(entry -> entry.completed() != Entry.NEVER)
                            .max(Comparator.comparingInt(Entry::completed))
                            .orElseThrow(),
                    List.of());
        }
        Entry<O, R> entry = search.stuck();
        Set<String> sentences = new LinkedHashSet<>();
        for (S state : search.statesAtStuck()) {
            sentences.add(Refusal.sentence(spec, state, entry));
        }
        return new Stuck<>(entry, List.copyOf(sentences));
    }

    private LinearizabilityResult<O, R> check(List<Entry<O, R>> entries) {
        return LinearizabilityChecker.check(spec, entries, limits);
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
}
