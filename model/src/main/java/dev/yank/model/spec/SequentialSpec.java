package dev.yank.model.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sequential machine: what operations may do when they happen one at a time.
///
/// States, operations and responses are immutable values with `equals` and `hashCode`.
///
/// @param <S> states
/// @param <O> operations
/// @param <R> responses
public interface SequentialSpec<S, O, R> {

    /// The name of the machine, for reports.
    String name();

    /// The state before any operation.
    S initial();

    /// All that the operation may do in the state, the likeliest first; empty if it cannot take effect there
    /// at all.
    ///
    /// Must be a pure function: it gives equal answers for equal arguments and changes neither of them.
    List<Effect<S, R>> effects(S state, O operation);

    /// The part of the world that an operation concerns.
    ///
    /// Operations of different parts must not influence each other: the checker judges each part alone, from
    /// the initial state. By default there is one part.
    default Object partition(O operation) {
        return "";
    }

    /// Whether an operation with this answer, or with any answer if it is null, leaves every state as it is.
    ///
    /// To say yes lets the checker place the operation as soon as its answer fits, which is much faster; a wrong
    /// yes makes its verdict wrong. By default nobody knows.
    default boolean onlyObserves(O operation, @Nullable R response) {
        return false;
    }

    /// The operation in a sentence, such as `read of device 0, handle 1`.
    default String describeOperation(O operation) {
        return operation.toString();
    }

    /// The response in a sentence, such as `3` or `ENODEV`.
    default String describeResponse(R response) {
        return response.toString();
    }
}
