package dev.yank.drivers.capture;

import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// `v4l2_fops` of a node.
///
/// @param vdev what `video_devdata(file)` finds
record VideoFops(VideoDevice vdev) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        @Var int ret = -Errno.ENODEV;
        down_read(vdev.bridge.lock);
        if (vdev.bridge.base != null) {
            get_device(vdev.dev);
            file.private_data = vdev;
            ret = 0;
        }
        up_read(vdev.bridge.lock);
        return ret;
    }

    @Override
    public int release(Inode inode, File file) {
        put_device(devdata(file).dev);
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        Bridge bridge = devdata(file).bridge;
        @Var int ret = -Errno.ENODEV;
        down_read(bridge.lock);
        Iomem base = bridge.base;
        if (base != null) {
            atomic_inc(bridge.buffers.sequence);
            put_user(readl(base, 0), buffer);
            ret = Integer.BYTES;
        }
        up_read(bridge.lock);
        return ret;
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        Bridge bridge = devdata(file).bridge;
        @Var int ret = -Errno.ENODEV;
        down_read(bridge.lock);
        Iomem base = bridge.base;
        if (base != null) {
            writel(get_user(buffer), base, 0);
            ret = Integer.BYTES;
        }
        up_read(bridge.lock);
        return ret;
    }

    @Override
    public int poll(File file) {
        Bridge bridge = devdata(file).bridge;
        down_read(bridge.lock);
        boolean there = bridge.base != null;
        up_read(bridge.lock);
        return there ? Poll.EPOLLIN | Poll.EPOLLOUT : Poll.EPOLLERR | Poll.EPOLLHUP | Poll.EPOLLPRI;
    }

    private static VideoDevice devdata(File file) {
        return (VideoDevice) Objects.requireNonNull(file.private_data);
    }
}
