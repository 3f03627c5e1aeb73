package dev.yank.drivers.capture;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.RwSemaphore;
import org.jspecify.annotations.Nullable;

/// `struct media_device` and `struct v4l2_device` in one: the parent of the nodes.
///
/// Source: `include/media/v4l2-device.h`, Linux kernel, H. Verkuil, 2008.
final class Bridge {

    final Device dev = new Device();
    final RwSemaphore lock = new RwSemaphore();

    @Var
    Buffers buffers;

    /// The node for pictures, and that for what is known about them; null before they are registered.
    @Var
    @Nullable
    VideoDevice video;

    @Var
    @Nullable
    VideoDevice meta;

    /// The registers, under the lock; null before the nodes are ready and once the bridge is disconnected.
    @Var
    @Nullable
    Iomem base;

    Bridge(Buffers buffers) {
        this.buffers = buffers;
    }
}
