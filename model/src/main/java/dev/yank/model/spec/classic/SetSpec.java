package dev.yank.model.spec.classic;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.classic.SetSpec.SetOperation.Add;
import dev.yank.model.spec.classic.SetSpec.SetOperation.Read;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A set that grows: values are added, and a read tells all of them.
///
/// Source: the models of Knossos, Kyle Kingsbury, 2013.
public final class SetSpec implements RecordedSpec<Set<Object>, SetSpec.SetOperation> {

    /// What can be asked of a set.
    public sealed interface SetOperation {

        /// Adds a value.
        ///
        /// @param value the value
        record Add(Object value) implements SetOperation {
            @Override
            public String toString() {
                return "add of " + value;
            }
        }

        /// Tells all values.
        record Read() implements SetOperation {
            @Override
            public String toString() {
                return "read";
            }
        }
    }

    private final Set<Object> initial;

    /// A set that is empty in the beginning.
    public SetSpec() {
        this(Set.of());
    }

    /// @param initial what is in the set in the beginning
    public SetSpec(Set<Object> initial) {
        this.initial = Collections.unmodifiableSet(new LinkedHashSet<>(initial));
    }

    @Override
    public String name() {
        return "set";
    }

    @Override
    public Set<Object> initial() {
        return initial;
    }

    @Override
    public List<Effect<Set<Object>, Answer>> effects(Set<Object> state, SetOperation operation) {
        return switch (operation) {
            case Add(Object value) -> List.of(new Effect<>(with(state, value), Answer.DONE));
            case Read _ -> List.of(new Effect<>(state, new Answer.Value(state)));
        };
    }

    private static Set<Object> with(Set<Object> state, Object value) {
        Set<Object> next = new LinkedHashSet<>(state);
        next.add(value);
        return next;
    }

    @Override
    public boolean onlyObserves(SetOperation operation, @Nullable Answer response) {
        return operation instanceof Read;
    }

    @Override
    public SetOperation operation(String f, Object asked) {
        return switch (f) {
            case "add" -> new Add(asked);
            case "read" -> new Read();
            default -> throw new IllegalArgumentException("A set knows add and read, but the function is '" + f + "'.");
        };
    }

    @Override
    public Answer answer(SetOperation operation, Object answered) {
        if (operation instanceof Add) {
            return Answer.DONE;
        }
        if (answered == Nil.NIL) {
            return new Answer.Value(Set.of());
        }
        if (answered instanceof Collection<?> values) {
            Set<Object> all = new LinkedHashSet<>();
            for (Object value : values) {
                all.add(Nil.of(value));
            }
            return new Answer.Value(all);
        }
        throw new IllegalArgumentException(
                "The answer to a read of a set is a collection, such as #{1 2}, but was " + answered + ".");
    }
}
