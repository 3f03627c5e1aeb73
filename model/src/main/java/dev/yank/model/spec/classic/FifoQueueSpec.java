package dev.yank.model.spec.classic;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.classic.QueueOperation.Dequeue;
import dev.yank.model.spec.classic.QueueOperation.Enqueue;
import java.util.ArrayList;
import java.util.List;

/// A queue from which values come in the order in which they were put in.
///
/// Source: the models of Knossos, Kyle Kingsbury, 2013.
public final class FifoQueueSpec implements RecordedSpec<List<Object>, QueueOperation> {

    private final List<Object> initial;

    /// A queue that is empty in the beginning.
    public FifoQueueSpec() {
        this(List.of());
    }

    /// @param initial what is in the queue in the beginning, the first to come out first
    public FifoQueueSpec(List<Object> initial) {
        this.initial = List.copyOf(initial);
    }

    @Override
    public String name() {
        return "fifo-queue";
    }

    @Override
    public List<Object> initial() {
        return initial;
    }

    @Override
    public List<Effect<List<Object>, Answer>> effects(List<Object> state, QueueOperation operation) {
        return switch (operation) {
            case Enqueue(Object value) -> List.of(new Effect<>(with(state, value), Answer.DONE));
            case Dequeue _ when state.isEmpty() -> List.of();
            case Dequeue _ ->
                List.of(new Effect<>(List.copyOf(state.subList(1, state.size())), new Answer.Value(state.getFirst())));
        };
    }

    private static List<Object> with(List<Object> state, Object value) {
        List<Object> longer = new ArrayList<>(state);
        longer.add(value);
        return List.copyOf(longer);
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
