/// Shrinking: from a program and schedule that break a rule to a smaller program and a schedule with fewer
/// switches that break the same rule.
///
/// It knows no driver and no rule, only a [dev.yank.harness.shrink.Attempt] that says whether a candidate
/// still fails. Depends on `program` and `schedule`.
@NullMarked
package dev.yank.harness.shrink;

import org.jspecify.annotations.NullMarked;
