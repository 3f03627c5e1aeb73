/// Traces: what only the kernel can see of one execution, event by event, and the rules that judge them.
///
/// A judge reads events in their order and keeps what it needs; it works the same while an execution runs and
/// on a recorded trace. Nothing here produces events: that is the business of whoever runs drivers. Depends
/// on `dev.yank.model.rule` only.
@NullMarked
package dev.yank.model.trace;

import org.jspecify.annotations.NullMarked;
