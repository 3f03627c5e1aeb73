package dev.yank.harness.kernel;

/// How a step uses something that tasks share. A strategy that knows it need not try both orders of two steps
/// that do not conflict.
public enum Access {
    /// It looks. Two may look in either order.
    READ,
    /// It changes it in a way in which the order of two such changes does not matter, but that of a change and
    /// a look does.
    ADD,
    /// It changes it.
    WRITE
}
