package dev.yank.model.linearize;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.List;

/// Decides linearizability by trying every order and every effect, with no cleverness to be wrong about, for
/// tests.
final class EveryOrder {

    private EveryOrder() {}

    static <S, O, R> boolean explains(SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries) {
        return entries.stream()
                .map(entry -> spec.partition(entry.operation()))
                .distinct()
                .allMatch(part -> explains(
                        spec,
                        entries.stream()
                                .filter(entry ->
                                        spec.partition(entry.operation()).equals(part))
                                .toList(),
                        spec.initial()));
    }

    private static <S, O, R> boolean explains(SequentialSpec<S, O, R> spec, List<Entry<O, R>> left, S state) {
        if (left.stream().allMatch(entry -> entry.response() == null)) {
            return true;
        }
        for (Entry<O, R> first : left) {
            if (left.stream().anyMatch(other -> other.completed() < first.invoked())) {
                continue;
            }
            List<Entry<O, R>> rest = new ArrayList<>(left);
            rest.remove(first);
            for (Effect<S, R> effect : spec.effects(state, first.operation())) {
                R response = first.response();
                if ((response == null || response.equals(effect.response())) && explains(spec, rest, effect.next())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether an order respects real time, leaves out lost operations only, and is allowed, part by part.
    static <S, O, R> boolean isExplanation(
            SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, List<Entry<O, R>> order) {
        List<Entry<O, R>> left = new ArrayList<>(entries);
        for (Entry<O, R> entry : order) {
            boolean inTime = left.stream().noneMatch(other -> other.completed() < entry.invoked());
            if (!inTime || !left.remove(entry)) {
                return false;
            }
        }
        return left.stream().allMatch(entry -> entry.response() == null)
                && order.stream()
                        .map(entry -> spec.partition(entry.operation()))
                        .distinct()
                        .allMatch(part -> isAllowed(
                                spec,
                                order.stream()
                                        .filter(entry -> spec.partition(entry.operation())
                                                .equals(part))
                                        .toList(),
                                spec.initial()));
    }

    /// Whether operations of one part may happen in this order from the beginning.
    static <S, O, R> boolean isAllowed(SequentialSpec<S, O, R> spec, List<Entry<O, R>> order) {
        return isAllowed(spec, order, spec.initial());
    }

    private static <S, O, R> boolean isAllowed(SequentialSpec<S, O, R> spec, List<Entry<O, R>> order, S state) {
        if (order.isEmpty()) {
            return true;
        }
        R response = order.getFirst().response();
        return spec.effects(state, order.getFirst().operation()).stream()
                .filter(effect -> response == null || response.equals(effect.response()))
                .anyMatch(effect -> isAllowed(spec, order.subList(1, order.size()), effect.next()));
    }
}
