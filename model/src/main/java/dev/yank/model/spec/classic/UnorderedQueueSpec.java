package dev.yank.model.spec.classic;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.classic.QueueOperation.Dequeue;
import dev.yank.model.spec.classic.QueueOperation.Enqueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A queue from which values come in any order; the same value may be in it several times.
///
/// Source: the models of Knossos, Kyle Kingsbury, 2013.
public final class UnorderedQueueSpec implements RecordedSpec<Map<Object, Integer>, QueueOperation> {

    private final Map<Object, Integer> initial;

    /// A queue that is empty in the beginning.
    public UnorderedQueueSpec() {
        this(List.of());
    }

    /// @param initial what is in the queue in the beginning
    public UnorderedQueueSpec(Collection<?> initial) {
        Map<Object, Integer> counts = new LinkedHashMap<>();
        initial.forEach(value -> counts.merge(value, 1, Integer::sum));
        this.initial = Collections.unmodifiableMap(counts);
    }

    @Override
    public String name() {
        return "unordered-queue";
    }

    @Override
    public Map<Object, Integer> initial() {
        return initial;
    }

    @Override
    public List<Effect<Map<Object, Integer>, Answer>> effects(Map<Object, Integer> state, QueueOperation operation) {
        return switch (operation) {
            case Enqueue(Object value) -> List.of(new Effect<>(changed(state, value, 1), Answer.DONE));
            case Dequeue _ -> {
                List<Effect<Map<Object, Integer>, Answer>> effects = new ArrayList<>();
                for (Object value : state.keySet()) {
                    effects.add(new Effect<>(changed(state, value, -1), new Answer.Value(value)));
                }
                yield effects;
            }
        };
    }

    private static Map<Object, Integer> changed(Map<Object, Integer> state, Object value, int by) {
        Map<Object, Integer> next = new LinkedHashMap<>(state);
        int count = next.getOrDefault(value, 0) + by;
        if (count == 0) {
            next.remove(value);
        } else {
            next.put(value, count);
        }
        return next;
    }

    @Override
    public QueueOperation operation(String f, Object asked) {
        return QueueOperation.of(f, asked);
    }

    @Override
    public Answer answer(QueueOperation operation, Object answered) {
        return operation instanceof Dequeue ? new Answer.Value(answered) : Answer.DONE;
    }
}
