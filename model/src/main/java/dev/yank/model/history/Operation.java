package dev.yank.model.history;

import org.jspecify.annotations.Nullable;

/// An invocation with what became of it.
///
/// @param invocation the event that began the operation
/// @param completion the event that ended it, an [EventType#INFO] if it was lost, or null if the history ends
/// before
public record Operation(Event invocation, @Nullable Event completion) {}
