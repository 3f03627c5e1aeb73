package dev.yank.model.spec.classic;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.classic.KeyValueSpec.TextOperation.Append;
import dev.yank.model.spec.classic.KeyValueSpec.TextOperation.Get;
import dev.yank.model.spec.classic.KeyValueSpec.TextOperation.Put;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The text under one key of a key-value store, with get, put and append; a store is one of these for each key.
///
/// Source: the key-value model in the tests of Porcupine, Anish Athalye, 2017.
public final class KeyValueSpec implements RecordedSpec<String, KeyValueSpec.TextOperation> {

    /// What can be asked of one key.
    public sealed interface TextOperation {

        /// Tells the text.
        record Get() implements TextOperation {
            @Override
            public String toString() {
                return "get";
            }
        }

        /// Replaces the text.
        ///
        /// @param text the new text
        record Put(String text) implements TextOperation {
            @Override
            public String toString() {
                return "put of '" + text + "'";
            }
        }

        /// Adds text at the end.
        ///
        /// @param text what is added
        record Append(String text) implements TextOperation {
            @Override
            public String toString() {
                return "append of '" + text + "'";
            }
        }
    }

    private final String initial;

    /// A text that is empty in the beginning.
    public KeyValueSpec() {
        this("");
    }

    /// @param initial the text in the beginning
    public KeyValueSpec(String initial) {
        this.initial = initial;
    }

    @Override
    public String name() {
        return "key-value";
    }

    @Override
    public String initial() {
        return initial;
    }

    @Override
    public List<Effect<String, Answer>> effects(String state, TextOperation operation) {
        return switch (operation) {
            case Get _ -> List.of(new Effect<>(state, new Answer.Value(state)));
            case Put(String text) -> List.of(new Effect<>(text, Answer.DONE));
            case Append(String text) -> List.of(new Effect<>(state + text, Answer.DONE));
        };
    }

    @Override
    public boolean onlyObserves(TextOperation operation, @Nullable Answer response) {
        return operation instanceof Get;
    }

    @Override
    public TextOperation operation(String f, Object asked) {
        return switch (f) {
            case "get" -> new Get();
            case "put" -> new Put(text(asked));
            case "append" -> new Append(text(asked));
            default ->
                throw new IllegalArgumentException(
                        "A key-value store knows get, put and append, but the function is '" + f + "'.");
        };
    }

    @Override
    public Answer answer(TextOperation operation, Object answered) {
        return operation instanceof Get ? new Answer.Value(answered == Nil.NIL ? "" : text(answered)) : Answer.DONE;
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("A key-value store holds strings, but the value was " + value + ".");
    }
}
