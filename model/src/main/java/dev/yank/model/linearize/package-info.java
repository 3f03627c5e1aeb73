/// Decides whether a history can be explained by a specification, and shows where it cannot.
///
/// What the operations mean is not here: specifications are in `spec`. Nor is anything about kernels, traces,
/// schedules or how a history came to be.
///
/// Depends on `spec` and `history`.
@NullMarked
package dev.yank.model.linearize;

import org.jspecify.annotations.NullMarked;
