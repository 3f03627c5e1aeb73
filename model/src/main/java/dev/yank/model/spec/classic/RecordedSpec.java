package dev.yank.model.spec.classic;

import dev.yank.model.spec.SequentialSpec;
import java.util.Optional;

/// A specification that can read the operations of a recorded history.
///
/// @param <S> states
/// @param <O> operations
public interface RecordedSpec<S, O> extends SequentialSpec<S, O, Answer> {

    /// The operation that an invocation asks for.
    ///
    /// @param f the function, such as `read`
    /// @param asked the value of the invocation, plain data or [Nil]
    /// @throws IllegalArgumentException with one sentence that says what was expected
    O operation(String f, Object asked);

    /// The operation as far as its completion tells of it. By default the completion tells all that was asked.
    ///
    /// @param operation what was asked
    /// @param answered the value of a completion that says `ok`, plain data or [Nil]
    /// @throws IllegalArgumentException with one sentence that says what was expected
    default O told(O operation, Object answered) {
        return operation;
    }

    /// The answer in a completion that says `ok`.
    ///
    /// @param operation what was asked
    /// @param answered the value of the completion, plain data or [Nil]
    /// @throws IllegalArgumentException with one sentence that says what was expected
    Answer answer(O operation, Object answered);

    /// The answer in a completion that says `fail`; empty if it means that the operation did not happen, as it
    /// does in Jepsen.
    default Optional<Answer> failure(O operation, Object answered) {
        return Optional.empty();
    }
}
