/// A terminal that hangs up: the core of tty as far as lifetimes go, and a driver below it. A hang-up gives every open
/// file the operations of a line that is dead, wakes who reads, and waits until nobody is inside the line discipline.
///
/// Depends on `dev.yank.harness.kernel` and on `dev.yank.drivers.channel`.
@NullMarked
package dev.yank.drivers.tty;

import org.jspecify.annotations.NullMarked;
