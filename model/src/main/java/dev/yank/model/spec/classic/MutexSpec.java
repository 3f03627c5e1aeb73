package dev.yank.model.spec.classic;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.classic.MutexSpec.MutexOperation;
import java.util.List;

/// A mutex: it can be acquired while it is free, and released while it is held, by anybody.
///
/// Source: the models of Knossos, Kyle Kingsbury, 2013.
public final class MutexSpec implements RecordedSpec<MutexSpec.Holding, MutexOperation> {

    /// What can be asked of a mutex.
    public enum MutexOperation {
        /// Takes it.
        ACQUIRE,
        /// Gives it back.
        RELEASE;

        @Override
        public String toString() {
            return this == ACQUIRE ? "acquire" : "release";
        }
    }

    /// The state of a mutex.
    public enum Holding {
        /// Nobody holds it.
        FREE,
        /// Somebody holds it.
        HELD
    }

    private final Holding initial;

    /// A mutex that is free in the beginning.
    public MutexSpec() {
        this(Holding.FREE);
    }

    /// @param initial who has it in the beginning
    public MutexSpec(Holding initial) {
        this.initial = initial;
    }

    @Override
    public String name() {
        return "mutex";
    }

    @Override
    public Holding initial() {
        return initial;
    }

    @Override
    public List<Effect<Holding, Answer>> effects(Holding state, MutexOperation operation) {
        return switch (operation) {
            case ACQUIRE -> state == Holding.FREE ? List.of(new Effect<>(Holding.HELD, Answer.DONE)) : List.of();
            case RELEASE -> state == Holding.HELD ? List.of(new Effect<>(Holding.FREE, Answer.DONE)) : List.of();
        };
    }

    @Override
    public MutexOperation operation(String f, Object asked) {
        return switch (f) {
            case "acquire" -> MutexOperation.ACQUIRE;
            case "release" -> MutexOperation.RELEASE;
            default ->
                throw new IllegalArgumentException(
                        "A mutex knows acquire and release, but the function is '" + f + "'.");
        };
    }

    @Override
    public Answer answer(MutexOperation operation, Object answered) {
        return Answer.DONE;
    }
}
