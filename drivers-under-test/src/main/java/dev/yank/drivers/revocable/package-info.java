/// Revocation in the manner of C: the revocable that was proposed for the driver core in 2026, in its redesigned
/// form, and its twins, two of which are the forms that were merged before and reverted.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.revocable;

import org.jspecify.annotations.NullMarked;
