/// Drivers of QEMU's edu device: what they share, and the one that lets devres free what open files reach.
///
/// The gated family is in `gated`, the Rust driver in `rust`. Nothing here says what is right; each driver
/// says in its annotation what is expected of it. Depends on `dev.yank.harness.kernel` and on nothing else of
/// the project.
@NullMarked
package dev.yank.drivers.edu;

import org.jspecify.annotations.NullMarked;
