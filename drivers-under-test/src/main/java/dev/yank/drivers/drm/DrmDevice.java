package dev.yank.drivers.drm;

import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Devm.devm_add_action_or_reset;
import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_lock;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_unlock;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.SrcuStruct;
import org.jspecify.annotations.Nullable;

/// `struct drm_device`, with what this driver embeds it in. It lives until the last `drm_dev_put`: that of the binding,
/// or of the last file.
///
/// Source: `drivers/gpu/drm/drm_drv.c` and `drm_managed.c`, Linux kernel, D. Vetter and N. Tronnes, 2017-2020.
final class DrmDevice {

    /// `struct drmres`: what is released with the device, the youngest first.
    private static final class DrmRes {

        private final Runnable release;

        @Var
        private @Nullable DrmRes next;

        DrmRes(Runnable release) {
            this.release = release;
        }
    }

    /// Its count is that of the DRM device.
    final Device dev = new Device();

    /// The minor; it holds the device.
    final Cdev primary = new Cdev();

    /// `drm_unplug_srcu`, which is one for all devices in Linux.
    @Var
    private SrcuStruct drm_unplug_srcu;

    @Var
    private @Nullable DrmRes managed;

    @Var
    private boolean unplugged;

    /// The registers, which devres unmaps.
    @Var
    Iomem mmio;

    /// What is scanned out; managed.
    @Var
    @Nullable
    Crtc crtc;

    private DrmDevice(Iomem mmio, SrcuStruct drm_unplug_srcu) {
        this.mmio = mmio;
        this.drm_unplug_srcu = drm_unplug_srcu;
    }

    /// `devm_drm_dev_alloc()`: devres puts the reference of the binding.
    ///
    /// @return the device, or null
    static @Nullable DrmDevice devm_drm_dev_alloc(Device parent, Iomem mmio, SrcuStruct drm_unplug_srcu) {
        DrmDevice drm = kzalloc(new DrmDevice(mmio, drm_unplug_srcu));
        if (drm == null) {
            return null;
        }
        device_initialize(drm.dev, () -> drm_dev_release(drm));
        int err = devm_add_action_or_reset(parent, () -> drm_dev_put(drm));
        return err == 0 ? drm : null;
    }

    static void drm_dev_put(DrmDevice drm) {
        put_device(drm.dev);
    }

    private static void drm_dev_release(DrmDevice drm) {
        @Var DrmRes res = drm.managed;
        while (res != null) {
            drm.managed = res.next;
            res.release.run();
            kfree(res);
            res = drm.managed;
        }
        kfree(drm);
    }

    /// `drmm_add_action_or_reset()`.
    ///
    /// @return whether there was memory
    static boolean drmm_add_action_or_reset(DrmDevice drm, Runnable release) {
        DrmRes res = kzalloc(new DrmRes(release));
        if (res == null) {
            release.run();
            return false;
        }
        res.next = drm.managed;
        drm.managed = res;
        return true;
    }

    /// `drmm_kzalloc()`: memory that lives as long as the device.
    static <T> @Nullable T drmm_kzalloc(DrmDevice drm, T object) {
        T memory = kzalloc(object);
        return memory != null && drmm_add_action_or_reset(drm, () -> kfree(memory)) ? memory : null;
    }

    /// What [#drm_dev_enter] answers where the device is unplugged.
    static final int UNPLUGGED = -1;

    /// Begins to use the hardware.
    ///
    /// @return what to hand to [#drm_dev_exit], or [#UNPLUGGED]
    static int drm_dev_enter(DrmDevice drm) {
        int idx = srcu_read_lock(drm.drm_unplug_srcu);
        if (drm_dev_is_unplugged(drm)) {
            srcu_read_unlock(drm.drm_unplug_srcu, idx);
            return UNPLUGGED;
        }
        return idx;
    }

    static void drm_dev_exit(DrmDevice drm, int idx) {
        srcu_read_unlock(drm.drm_unplug_srcu, idx);
    }

    static boolean drm_dev_is_unplugged(DrmDevice drm) {
        return READ_ONCE(drm.unplugged);
    }

    /// The first step of `drm_dev_register()`, and of `drm_dev_unplug()`.
    static void set_unplugged(DrmDevice drm, boolean unplugged) {
        drm.unplugged = WRITE_ONCE(unplugged);
    }
}
