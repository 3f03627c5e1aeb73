/// A sound card: the core of ALSA as far as lifetimes go, and a driver that lets a capture stream be read. When the
/// card is disconnected every open file is given other operations, which answer that it is gone; the old ones are
/// called once more, to release.
///
/// Depends on `dev.yank.harness.kernel` and on `dev.yank.drivers.channel`.
@NullMarked
package dev.yank.drivers.alsa;

import org.jspecify.annotations.NullMarked;
