package dev.yank.drivers.capture;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;

/// `struct video_device`: one node. It lives until it is unregistered and the last file of it closed, and the bridge
/// longer.
///
/// Source: `include/media/v4l2-dev.h`, Linux kernel, H. Verkuil, 2008.
final class VideoDevice {

    final Device dev = new Device();
    final Cdev cdev = new Cdev();

    @Var
    Bridge bridge;

    VideoDevice(Bridge bridge) {
        this.bridge = bridge;
    }
}
