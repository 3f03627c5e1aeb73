package dev.yank.model.spec.removal;

/// A resource to which access can be withdrawn.
public sealed interface Resource {

    /// Whoever asks is granted access.
    record Available() implements Resource {}

    /// Nobody is granted access any more.
    record Withdrawn() implements Resource {}
}
