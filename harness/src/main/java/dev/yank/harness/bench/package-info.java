/// Measurements of the harness itself: how many schedules a strategy needs to find a known bug, how many
/// executions it makes a second and what each part of one costs, beside what was published about others.
///
/// No verdict about a driver is reached here. Depends on `run`, `sim`, `schedule`, `instrument` and `kernel`.
@NullMarked
package dev.yank.harness.bench;

import org.jspecify.annotations.NullMarked;
