/// What a reference count may answer: the rules R1 to R4, as a sequential machine.
///
/// What happens to the object behind the count, and who leaves a count behind, is for a trace to judge.
/// Depends on `dev.yank.model.spec` only.
@NullMarked
package dev.yank.model.spec.counting;

import org.jspecify.annotations.NullMarked;
