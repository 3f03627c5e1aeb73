/// The operations that clients, and the world around them, perform on devices; and the specifications of two
/// kinds of device, for each policy.
///
/// How a driver keeps its promises is not here: these are sequential machines, which know no lock, count or
/// register of the real thing. A state is that of one device; operations on different devices are judged
/// apart.
///
/// Depends on `spec` and `rule`.
@NullMarked
package dev.yank.model.spec.device;

import org.jspecify.annotations.NullMarked;
