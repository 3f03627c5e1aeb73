package dev.yank.model.spec.removal;

/// What a revocable resource answers.
public enum RevocableResponse {
    /// The reader has a guard.
    GRANTED,
    /// The reader has none: access was withdrawn.
    GONE,
    /// It was this remover that withdrew access.
    REVOKED,
    /// Another remover had withdrawn it before.
    ALREADY_REVOKED
}
