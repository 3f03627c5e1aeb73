/// Coverage: what executions exercised, and whether more of them still show anything new.
///
/// It judges nothing and decides nothing. Depends on `sim`, whose executions it counts, and on the model's
/// rules.
@NullMarked
package dev.yank.harness.coverage;

import org.jspecify.annotations.NullMarked;
