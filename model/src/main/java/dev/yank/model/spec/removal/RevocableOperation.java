package dev.yank.model.spec.removal;

/// What readers and removers ask of a revocable resource.
public sealed interface RevocableOperation {

    /// A reader asks for access.
    record TryAccess() implements RevocableOperation {}

    /// A remover withdraws access.
    record Revoke() implements RevocableOperation {}
}
