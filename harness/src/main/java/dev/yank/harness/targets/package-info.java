/// The seam between whoever performs programs and whoever judges what came of them.
///
/// What programs consist of, and judging, is not here: each target has operations of its own.
@NullMarked
package dev.yank.harness.targets;

import org.jspecify.annotations.NullMarked;
