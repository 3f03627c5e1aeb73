package dev.yank.drivers.drm;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;

/// `struct drm_crtc`: what modesetting keeps of the hardware, and what polling looks at without asking whether the
/// device
/// is there.
final class Crtc {

    final Mutex mutex = new Mutex();

    @Var
    int flips;
}
