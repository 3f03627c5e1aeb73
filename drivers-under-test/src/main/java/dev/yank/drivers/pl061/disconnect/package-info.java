/// A PL061 driver after Laurent Pinchart's recipe for character devices, which conforms, and twins of it that
/// each do one thing wrong and are named for it.
///
/// The chip is in `dev.yank.drivers.pl061`; here is only its character device. Depends on that package and on
/// `dev.yank.harness.kernel`.
@NullMarked
package dev.yank.drivers.pl061.disconnect;

import org.jspecify.annotations.NullMarked;
