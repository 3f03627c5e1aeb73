/// What whoever meets the removal of a resource may be answered: the rules R26 and R27, as sequential
/// machines.
///
/// Waiting for those who are inside is not here: it constrains traces. Depends on `dev.yank.model.spec` only.
@NullMarked
package dev.yank.model.spec.removal;

import org.jspecify.annotations.NullMarked;
