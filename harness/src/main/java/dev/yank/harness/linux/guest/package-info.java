/// Virtual machines that run a stock Debian kernel under QEMU, with our agent as their only program: preparing them,
/// starting them
/// from a snapshot, and talking to the agent in memory that both share.
///
/// What programs mean, and judging what they answered, is not here. Uses no other package of ours but the two
/// exceptions of `run`.
@NullMarked
package dev.yank.harness.linux.guest;

import org.jspecify.annotations.NullMarked;
