package dev.yank.harness.knossos;

/// What another engine says about a history.
public enum Opinion {
    /// There is an order.
    LINEARIZABLE,
    /// There is none.
    NOT_LINEARIZABLE,
    /// The engine did not finish.
    UNKNOWN
}
