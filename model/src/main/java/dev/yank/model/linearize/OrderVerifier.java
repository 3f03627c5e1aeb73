package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks that an order explains a history, without any search, so that nobody needs to believe the search.
public final class OrderVerifier {

    private OrderVerifier() {}

    /// What is wrong with an order, in one sentence; empty if it explains the history.
    ///
    /// @param spec what operations may do
    /// @param entries the operations
    /// @param order the order in which they are said to have taken effect
    public static <S, O, R> Optional<String> fault(
            SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, List<Entry<O, R>> order) {
        return membershipFault(entries, order).or(() -> realTimeFault(order)).or(() -> specFault(spec, order));
    }

    private static <O, R> Optional<String> membershipFault(List<Entry<O, R>> entries, List<Entry<O, R>> order) {
        Map<Entry<O, R>, Integer> left = new HashMap<>();
        for (Entry<O, R> entry : entries) {
            left.merge(entry, 1, Integer::sum);
        }
        for (Entry<O, R> entry : order) {
            if (left.merge(entry, -1, Integer::sum) < 0) {
                return Optional.of("The order has " + entry + " more often than the history.");
            }
        }
        for (Entry<O, R> entry : entries) {
            if (entry.response() != null && left.getOrDefault(entry, 0) > 0) {
                return Optional.of("The order lacks " + entry + ", which completed.");
            }
        }
        return Optional.empty();
    }

    /// Nothing may come after what was invoked when it had completed already.
    private static <O, R> Optional<String> realTimeFault(List<Entry<O, R>> order) {
        @Var int latestInvocation = Integer.MIN_VALUE;
        for (Entry<O, R> entry : order) {
            if (entry.completed() < latestInvocation) {
                return Optional.of("The order has " + entry + " after an operation invoked later than it completed.");
            }
            latestInvocation = Math.max(latestInvocation, entry.invoked());
        }
        return Optional.empty();
    }

    private static <S, O, R> Optional<String> specFault(SequentialSpec<S, O, R> spec, List<Entry<O, R>> order) {
        Map<Object, Set<S>> states = new LinkedHashMap<>();
        for (Entry<O, R> entry : order) {
            Object part = spec.partition(entry.operation());
            Set<S> before = states.getOrDefault(part, Set.of(spec.initial()));
            Set<S> after = new LinkedHashSet<>();
            for (S state : before) {
                for (Effect<S, R> effect : spec.effects(state, entry.operation())) {
                    if (entry.response() == null || entry.response().equals(effect.response())) {
                        after.add(effect.next());
                    }
                }
            }
            if (after.isEmpty()) {
                return Optional.of("The specification does not allow " + entry + " at its place in the order.");
            }
            states.put(part, after);
        }
        return Optional.empty();
    }
}
