package dev.yank.harness.format;

import org.jspecify.annotations.Nullable;

/// An operation of a recorded history, as it stands in the file.
///
/// @param process who asked
/// @param key the part of the world that it concerns, or null if the history has one part
/// @param f the function
/// @param asked the value of the invocation
/// @param end what became of it
/// @param answered the value of the completion, if there is one
/// @param invoked the place of the invocation among the events
/// @param completed the place of the completion, or the greatest number if there is none
/// @param line the line of the invocation
/// @param completionLine the line of the completion, or that of the invocation if there is none
public record RecordedOperation(
        String process,
        @Nullable Object key,
        String f,
        @Nullable Object asked,
        End end,
        @Nullable Object answered,
        int invoked,
        int completed,
        int line,
        int completionLine) {

    /// The same operation, with its completion.
    RecordedOperation completed(End how, @Nullable Object answer, int event, int atLine) {
        return new RecordedOperation(process, key, f, asked, how, answer, invoked, event, line, atLine);
    }

    /// What became of an operation.
    public enum End {
        /// It happened.
        OK,
        /// It was refused, or did not happen.
        FAIL,
        /// Nobody knows.
        LOST
    }
}
