package dev.yank.drivers.drm;

import static dev.yank.harness.kernel.Spinlock.spin_lock;
import static dev.yank.harness.kernel.Spinlock.spin_unlock;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Spinlock;

/// `drm_minors_idr`: which minors are given away. The lowest that is free is given next; one is free again when its
/// device is released, and not when it is unplugged.
///
/// Source: `drivers/gpu/drm/drm_drv.c`, Linux kernel, D. Herrmann and D. Vetter, 2014-2020.
final class Minors {

    static final int NONE = -1;

    private static final int MOST = 16;

    private final Spinlock drm_minor_lock = new Spinlock();

    @Var
    private int taken;

    /// Gives a minor away, or [#NONE].
    static int drm_minor_alloc(Minors minors) {
        spin_lock(minors.drm_minor_lock);
        int minor = Integer.numberOfTrailingZeros(~minors.taken);
        if (minor < MOST) {
            minors.taken |= 1 << minor;
        }
        spin_unlock(minors.drm_minor_lock);
        return minor < MOST ? minor : NONE;
    }

    static void drm_minor_free(Minors minors, int minor) {
        spin_lock(minors.drm_minor_lock);
        minors.taken &= ~(1 << minor);
        spin_unlock(minors.drm_minor_lock);
    }
}
