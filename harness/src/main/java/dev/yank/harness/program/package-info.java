/// Programs: which processes perform which operations, and what goes wrong meanwhile. Plain immutable values,
/// made by `generate` or by hand, performed by `sim`, cut down by `shrink`.
///
/// Depends on the model's alphabet of operations and on nothing else of the project.
@NullMarked
package dev.yank.harness.program;

import org.jspecify.annotations.NullMarked;
