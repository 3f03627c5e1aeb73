package dev.yank.model.spec.classic;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Many objects of one kind, each under a key; each is judged alone.
///
/// @param <S> states of one object
/// @param <O> operations of one object
/// @param <R> responses
public final class Keyed<S, O, R> implements SequentialSpec<S, Keyed.At<O>, R> {

    private final SequentialSpec<S, O, R> one;

    /// @param one what each object is
    public Keyed(SequentialSpec<S, O, R> one) {
        this.one = one;
    }

    /// An operation of the object under a key.
    ///
    /// @param key the key; [Nil] where a history has one object only
    /// @param operation what is asked of it
    /// @param <O> operations of one object
    public record At<O>(Object key, O operation) {}

    @Override
    public String name() {
        return one.name();
    }

    @Override
    public S initial() {
        return one.initial();
    }

    @Override
    public List<Effect<S, R>> effects(S state, At<O> operation) {
        return one.effects(state, operation.operation());
    }

    /// The key, unless the history has one object only, which may have parts of its own.
    @Override
    public Object partition(At<O> operation) {
        return operation.key() == Nil.NIL ? one.partition(operation.operation()) : operation.key();
    }

    @Override
    public boolean onlyObserves(At<O> operation, @Nullable R response) {
        return one.onlyObserves(operation.operation(), response);
    }

    @Override
    public String describeOperation(At<O> operation) {
        String text = one.describeOperation(operation.operation());
        return operation.key() == Nil.NIL ? text : text + " at key " + operation.key();
    }

    @Override
    public String describeResponse(R response) {
        return one.describeResponse(response);
    }
}
