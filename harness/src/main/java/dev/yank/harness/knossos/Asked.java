package dev.yank.harness.knossos;

import org.jspecify.annotations.Nullable;

/// The `:value` of an op map: what was asked, and what was answered. Equal values may be treated alike.
///
/// @param operation an operation of the specification
/// @param response its response, or null if nobody knows
public record Asked(Object operation, @Nullable Object response) {}
