/// A graphics device that is unplugged: the core of DRM as far as lifetimes go, and a driver for QEMU's edu device.
/// Hardware
/// is used between enter and exit only; memory that files reach is managed by the device that they open, and freed at
/// its last put; what devres holds goes at unbind.
///
/// Depends on `dev.yank.harness.kernel` and on the registers of `dev.yank.drivers.edu`.
@NullMarked
package dev.yank.drivers.drm;

import org.jspecify.annotations.NullMarked;
