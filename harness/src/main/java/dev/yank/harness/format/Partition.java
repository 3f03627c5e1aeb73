package dev.yank.harness.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a history is cut into parts that are judged alone.
public sealed interface Partition {

    /// The history is one part.
    Partition NONE = new None();

    /// The partition that a word on the command line stands for: `none`, `tuple`, or the name of a key of the op
    /// maps, such as `key`.
    static Partition named(String word) {
        return switch (word) {
            case "none" -> NONE;
            case "tuple" -> new Tuple();
            default -> new Field(word);
        };
    }

    /// The part that an invocation concerns.
    @Nullable
    Object key(OpMap op, String file) throws MalformedHistoryException;

    /// What is left of the value.
    @Nullable
    Object value(OpMap op);

    /// The history is one part.
    record None() implements Partition {
        @Override
        public @Nullable Object key(OpMap op, String file) {
            return null;
        }

        @Override
        public @Nullable Object value(OpMap op) {
            return op.field("value");
        }
    }

    /// A key of the op map says which part.
    ///
    /// @param name the name of the key, without its colon
    record Field(String name) implements Partition {
        @Override
        public @Nullable Object key(OpMap op, String file) throws MalformedHistoryException {
            if (!op.fields().containsKey(name)) {
                throw new MalformedHistoryException(
                        file,
                        op.line(),
                        "expected the key :" + name + " to partition by, but found only "
                                + op.fields().keySet() + ".");
            }
            return op.field(name);
        }

        @Override
        public @Nullable Object value(OpMap op) {
            return op.field("value");
        }
    }

    /// The value is a pair of key and value, as in the tests of Jepsen over independent keys.
    record Tuple() implements Partition {
        @Override
        public @Nullable Object key(OpMap op, String file) throws MalformedHistoryException {
            if (op.field("value") instanceof List<?> pair && pair.size() == 2) {
                return pair.get(0);
            }
            throw new MalformedHistoryException(
                    file,
                    op.line(),
                    "expected a pair of key and value to partition by, such as [7 nil], but found " + op.field("value")
                            + ".");
        }

        @Override
        public @Nullable Object value(OpMap op) {
            return op.field("value") instanceof List<?> pair && pair.size() == 2 ? pair.get(1) : op.field("value");
        }
    }
}
