package dev.yank.drivers.frame;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.AddressSpace;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Page;
import dev.yank.harness.kernel.Resource;
import dev.yank.harness.kernel.RwSemaphore;
import org.jspecify.annotations.Nullable;

/// `struct drm_device`, as far as mappings need it: it lives until the last file is closed and the last mapping gone.
///
/// Source: `include/drm/drm_device.h`, Linux kernel, D. Vetter, 2018-2020.
final class Frame {

    final Device dev = new Device();
    final Cdev cdev = new Cdev();
    final RwSemaphore lock = new RwSemaphore();

    /// What knows the mappings of all files: `dev->anon_inode->i_mapping`.
    final AddressSpace mapping = new AddressSpace();

    /// What is mapped.
    @Var
    Resource aperture;

    /// Under the lock.
    @Var
    boolean plugged;

    /// What mappings show once the device is gone, and how to fetch it; only where it is kept.
    @Var
    @Nullable
    Page page;

    @Var
    @Nullable
    Iomem base;

    Frame(Resource aperture) {
        this.aperture = aperture;
    }
}
