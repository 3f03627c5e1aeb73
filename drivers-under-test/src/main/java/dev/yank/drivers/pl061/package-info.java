/// Drivers of the ARM PL061 that reach their node directly, and what all PL061 drivers here share.
///
/// `Pl061` is the gpio-pl061 driver proper. How it is shown to programs, and what becomes of it when the
/// device goes away, is where the drivers differ: see the packages `gpiolib`, `rust` and `disconnect`. No
/// class here knows the harness: it depends on `dev.yank.harness.kernel` only.
@NullMarked
package dev.yank.drivers.pl061;

import org.jspecify.annotations.NullMarked;
