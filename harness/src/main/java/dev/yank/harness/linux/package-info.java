/// The real Linux kernel as a target: programs that clients of a device node and a nemesis perform in a guest, and what
/// is said of the histories and kernel logs that come of them.
///
/// Guests themselves are in `linux.guest`. Nothing here knows the simulated kernel.
@NullMarked
package dev.yank.harness.linux;

import org.jspecify.annotations.NullMarked;
