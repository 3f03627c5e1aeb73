/// Threads as user programs have them: what published subjects are written with, beside the locks and atomics
/// of the kernel. Drivers have no use for it.
///
/// Source: IEEE Std 1003.1, The Open Group, 2018. Depends on `dev.yank.harness.kernel` and
/// `dev.yank.model.trace`.
@NullMarked
package dev.yank.harness.kernel.posix;

import org.jspecify.annotations.NullMarked;
