/// Looks into a history that was judged, for those who show it: which operations can be placed in an order
/// together, which cannot, and what state each leaves.
///
/// Not here: the verdict, which `model.linearize` gives, and pictures, which the reports draw. Depends on
/// `model` alone; `run`, `cli` and the reports may use it.
@NullMarked
package dev.yank.harness.examine;

import org.jspecify.annotations.NullMarked;
