package dev.yank.model.linearize;

import org.jspecify.annotations.Nullable;

/// One operation with the interval in which it took effect, if it did: the only form that the search knows.
///
/// The interval is closed: an operation invoked at the very moment at which another completes overlaps it.
///
/// @param process who asked, for reports
/// @param operation what was asked
/// @param response what was answered, or null if nobody knows
/// @param invoked when it was asked; only the order of these numbers matters
/// @param completed when it was answered, after `invoked`, or [#NEVER] if it was lost or is in flight
/// @param <O> operations
/// @param <R> responses
public record Entry<O, R>(
        int process, O operation, @Nullable R response, int invoked, int completed) {

    /// The completion of an operation that was lost or is in flight.
    public static final int NEVER = Integer.MAX_VALUE;

    /// Refuses an interval that ends before it begins, and a response that does not fit the completion.
    public Entry {
        if (completed <= invoked) {
            throw new IllegalArgumentException("Process " + process + " completes " + operation + " at " + completed
                    + " but invokes it at " + invoked + "; a completion comes after its invocation.");
        }
        if ((response == null) != (completed == NEVER)) {
            throw new IllegalArgumentException("Process " + process + " completes " + operation + " at " + completed
                    + " with the response " + response + "; an operation has both a completion and a response, or"
                    + " neither.");
        }
    }

    /// An operation that was lost or is in flight: it may take effect at any time from its invocation, or
    /// never.
    public static <O, R> Entry<O, R> lost(int process, O operation, int invoked) {
        return new Entry<>(process, operation, null, invoked, NEVER);
    }
}
