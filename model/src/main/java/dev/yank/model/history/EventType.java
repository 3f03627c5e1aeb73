package dev.yank.model.history;

import java.util.Locale;

/// What an event of a history says about an operation.
public enum EventType {
    /// The process asks.
    INVOKE,
    /// The operation happened, and this is the answer.
    OK,
    /// The operation did not happen.
    FAIL,
    /// Nobody knows whether the operation happened, and the process never acts again.
    INFO;

    /// The word in Jepsen's op maps, without the colon.
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
