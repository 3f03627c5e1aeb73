package dev.yank.model.spec;

/// One thing that an operation may do: leave a state and answer.
///
/// @param next the state it leaves
/// @param response what it answers
public record Effect<S, R>(S next, R response) {}
