package dev.yank.harness.format;

import org.jspecify.annotations.Nullable;

/// What an operation of a file becomes as soon as it has ended, so that the file need not be kept.
///
/// @param <T> what it becomes
interface Meaning<T> {

    /// What the operation becomes, or null if it is to be left out.
    @Nullable
    T of(RecordedOperation operation) throws MalformedHistoryException;

    /// Looks at an invocation, so that one that means nothing is refused where it stands.
    default void look(RecordedOperation invocation) throws MalformedHistoryException {}
}
