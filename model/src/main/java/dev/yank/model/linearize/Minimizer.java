package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.FailingSubHistory.Minimality;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Looks for few operations of a history that fail, in two senses of leaving out the others.
final class Minimizer<S, O, R> {

    /// One of many searches is not worth more.
    private static final long EACH = 100_000;

    private final SequentialSpec<S, O, R> spec;
    private final Limits limits;

    Minimizer(SequentialSpec<S, O, R> spec, Limits limits) {
        this.spec = spec;
        this.limits = new Limits(Math.min(EACH, limits.maxConfigurations()), limits.maxBytes(), limits.stop());
    }

    /// Operations that fail whatever the others do: each of the others may take effect at any time, or never.
    FailingSubHistory<O, R> core(List<Entry<O, R>> failing) {
        return without(failing, entry -> Optional.of(Entry.lost(entry.process(), entry.operation(), -1)));
    }

    /// Operations that fail by themselves: the others did not happen.
    FailingSubHistory<O, R> minimal(List<Entry<O, R>> failing) {
        @Var FailingSubHistory<O, R> now = without(failing, _ -> Optional.empty());
        // With one operation gone another may have become superfluous that was not before.
        for (@Var int before = failing.size(); now.entries().size() < before; ) {
            before = now.entries().size();
            now = without(now.entries(), _ -> Optional.empty());
        }
        return now;
    }

    /// Replaces operations, many at a time and then one by one, as long as the rest fails; and keeps those that
    /// could not be replaced.
    private FailingSubHistory<O, R> without(
            List<Entry<O, R>> failing, Function<Entry<O, R>, Optional<Entry<O, R>>> replacement) {
        boolean[] replaced = new boolean[failing.size()];
        for (@Var int chunk = Math.max(1, failing.size() / 2); chunk > 0; chunk /= 2) {
            for (@Var int from = 0; from < failing.size(); from += chunk) {
                int to = Math.min(failing.size(), from + chunk);
                if (isAnyLeft(replaced, from, to) && fails(failing, replaced, from, to, replacement)) {
                    Arrays.fill(replaced, from, to, true);
                }
            }
        }
        List<Entry<O, R>> kept = new ArrayList<>();
        @Var boolean isVerified = isRefusedByEach(with(failing, replaced, 0, 0, replacement));
        for (int i = 0; i < replaced.length; i++) {
            if (!replaced[i]) {
                kept.add(failing.get(i));
                isVerified = isVerified && isExplained(with(failing, replaced, i, i + 1, replacement));
            }
        }
        return new FailingSubHistory<>(kept, isVerified ? Minimality.VERIFIED : Minimality.NOT_SHOWN);
    }

    private static boolean isAnyLeft(boolean[] replaced, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!replaced[i]) {
                return true;
            }
        }
        return false;
    }

    private boolean fails(
            List<Entry<O, R>> failing,
            boolean[] replaced,
            int from,
            int to,
            Function<Entry<O, R>, Optional<Entry<O, R>>> replacement) {
        return !limits.stop().getAsBoolean()
                && LinearizabilityChecker.check(spec, with(failing, replaced, from, to, replacement), limits)
                        instanceof NotLinearizable;
    }

    private static <O, R> List<Entry<O, R>> with(
            List<Entry<O, R>> failing,
            boolean[] replaced,
            int from,
            int to,
            Function<Entry<O, R>, Optional<Entry<O, R>>> replacement) {
        List<Entry<O, R>> rest = new ArrayList<>(failing.size());
        for (int i = 0; i < failing.size(); i++) {
            if (replaced[i] || (from <= i && i < to)) {
                replacement.apply(failing.get(i)).ifPresent(rest::add);
            } else {
                rest.add(failing.get(i));
            }
        }
        return rest;
    }

    private boolean isRefusedByEach(List<Entry<O, R>> entries) {
        return LinearizabilityChecker.check(spec, entries, limits, Engine.WGL) instanceof NotLinearizable
                && LinearizabilityChecker.check(spec, entries, limits, Engine.JIT) instanceof NotLinearizable;
    }

    private boolean isExplained(List<Entry<O, R>> entries) {
        return LinearizabilityChecker.check(spec, entries, limits) instanceof Linearizable<O, R>(var order)
                && OrderVerifier.fault(spec, entries, order).isEmpty();
    }
}
