/// The deterministic scheduler: tasks as one-shot delimited continuations on one carrier thread, the
/// strategies that decide whom to run next, and the schedules that record what they decided.
///
/// It knows nothing of kernels, drivers or rules. It depends on no other package of the project.
///
/// ## What a schedule means
///
/// A scheduling point comes **before** the operation that it guards, always. A decision is taken at a
/// scheduling point, and when a task blocks or ends, if at least two tasks are runnable then. Decisions are
/// numbered from 0 in the order in which they are taken; a [Schedule] lists those in which the scheduler did
/// something else than to let the current task go on (or, where it cannot, to take the runnable task with the
/// lowest number; where it spins, the next one in a circle). A change that adds, removes or moves a
/// scheduling point breaks recorded schedules and must raise the version of the replay token.
@NullMarked
package dev.yank.harness.schedule;

import org.jspecify.annotations.NullMarked;
