/// The Rust port of the PL061 driver: its resources are revocable, and whoever uses them holds a guard.
///
/// Nothing of the C driver is here. Depends on `dev.yank.drivers.pl061` for the numbers of registers and for
/// what programs see of a line, and on `dev.yank.harness.kernel`.
@NullMarked
package dev.yank.drivers.pl061.rust;

import org.jspecify.annotations.NullMarked;
