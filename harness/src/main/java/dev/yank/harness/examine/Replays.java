package dev.yank.harness.examine;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Entry;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Performs operations one at a time.
final class Replays {

    private Replays() {}

    /// The states after each of some operations in an order that explains them.
    ///
    /// @throws IllegalArgumentException where it does not
    static <S, O, R> List<S> states(SequentialSpec<S, O, R> spec, List<Entry<O, R>> order) {
        List<Map<S, S>> layers = new ArrayList<>(order.size());
        @Var Map<S, S> states = Map.of(spec.initial(), spec.initial());
        for (Entry<O, R> entry : order) {
            Map<S, S> next = new LinkedHashMap<>();
            for (S state : states.keySet()) {
                after(spec, state, entry).forEach(to -> next.putIfAbsent(to, state));
            }
            if (next.isEmpty()) {
                throw new IllegalArgumentException(
                        "The order does not explain " + spec.describeOperation(entry.operation()) + ".");
            }
            layers.add(next);
            states = next;
        }
        List<S> backwards = new ArrayList<>(order.size());
        @Var S state = states.keySet().iterator().next();
        for (Map<S, S> layer : layers.reversed()) {
            backwards.add(state);
            state = Objects.requireNonNull(layer.get(state));
        }
        return List.copyOf(backwards.reversed());
    }

    /// The states that an operation with this answer can leave; with any answer where nobody knows it.
    static <S, O, R> List<S> after(SequentialSpec<S, O, R> spec, S state, Entry<O, R> entry) {
        R response = entry.response();
        return spec.effects(state, entry.operation()).stream()
                .filter(effect -> response == null || effect.response().equals(response))
                .map(Effect::next)
                .distinct()
                .toList();
    }
}
