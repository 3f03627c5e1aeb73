/// A file in debugfs: the core of debugfs as far as lifetimes go, and a driver that shows its device through it. Each
/// call goes through a proxy that counts who is inside; removing the file waits for them, and cancels those that would
/// wait for long. The twins are what it was before, and what it was by mistake.
///
/// Depends on `dev.yank.harness.kernel` and on `dev.yank.drivers.channel`.
@NullMarked
package dev.yank.drivers.debugfs;

import org.jspecify.annotations.NullMarked;
