/// A device that is given to a user as a whole: the core of VFIO as far as lifetimes go, and a driver that gives a
/// channel away. Removal asks the user to let go, and waits until he does.
///
/// Depends on `dev.yank.harness.kernel` and on `dev.yank.drivers.channel`.
@NullMarked
package dev.yank.drivers.vfio;

import org.jspecify.annotations.NullMarked;
