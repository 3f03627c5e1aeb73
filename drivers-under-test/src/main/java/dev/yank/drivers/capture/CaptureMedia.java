package dev.yank.drivers.capture;

import static dev.yank.harness.kernel.Cdev.cdev_device_add;
import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Device.device_add;
import static dev.yank.harness.kernel.Device.device_del;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Iomem.devm_ioremap_resource;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.UresGroup.ures_group_add;
import static dev.yank.harness.kernel.UresGroup.ures_group_init;
import static dev.yank.harness.kernel.UresGroup.ures_group_put;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Conforms: each node holds its parent until it is freed itself, and what the nodes share is released when both are
/// gone, whichever goes last.
///
/// Not final, because its twins do one step differently.
///
/// Sources: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, L. Pinchart, D.
/// Vetter and M. Carvalho, 2021; `Documentation/driver-api/media/v4l2-device.rst`, Linux kernel, H. Verkuil, 2008.
@UnderTest(
        name = "capture-media",
        device = "capture",
        policy = CaptureMedia.POLICY,
        summary = "Two nodes of one camera, which hold their bridge and share buffers.")
public class CaptureMedia implements PlatformDriver {

    static final String POLICY = "P1=ENODEV P2=ERR|HUP|PRI P3=calls-in-flight P4=calls P5=yes P8=drop";

    @Override
    public final String compatible() {
        return "yank,capture";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Iomem base = devm_ioremap_resource(pdev.dev(), pdev.res());
        Bridge bridge = base == null ? null : bridge_alloc();
        if (bridge == null) {
            return -Errno.ENOMEM;
        }
        platform_set_drvdata(pdev, bridge);
        int err = device_add(bridge.dev);
        if (err != 0) {
            ures_group_put(bridge.buffers.group);
            put_device(bridge.dev);
            return err;
        }
        int devt = pdev.dev().devt();
        bridge.video = video_register_device(bridge, devt);
        bridge.meta = bridge.video == null ? null : video_register_device(bridge, devt + 1);
        if (bridge.meta == null) {
            bridge_disconnect(bridge);
            return -Errno.ENOMEM;
        }
        set_base(bridge, base);
        return 0;
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        bridge_disconnect(platform_get_drvdata(pdev));
    }

    private @Nullable Bridge bridge_alloc() {
        Buffers buffers = kzalloc(new Buffers());
        if (buffers == null) {
            return null;
        }
        Bridge bridge = kzalloc(new Bridge(buffers));
        if (bridge == null) {
            kfree(buffers);
            return null;
        }
        ures_group_init(buffers.group, () -> release_group(bridge, buffers));
        device_initialize(bridge.dev, () -> kfree(bridge));
        return bridge;
    }

    private @Nullable VideoDevice video_register_device(Bridge bridge, int devt) {
        VideoDevice vdev = kzalloc(new VideoDevice(bridge));
        if (vdev == null) {
            return null;
        }
        device_initialize(vdev.dev, () -> video_device_release(vdev));
        hold_parent(bridge);
        vdev.dev.parent = bridge.dev;
        cdev_init(vdev.cdev, new VideoFops(vdev));
        if (cdev_device_add(vdev.cdev, vdev.dev, devt) != 0) {
            put_device(vdev.dev);
            return null;
        }
        ures_group_add(bridge.buffers.group, vdev.cdev);
        return vdev;
    }

    private void bridge_disconnect(Bridge bridge) {
        VideoDevice video = bridge.video;
        VideoDevice meta = bridge.meta;
        set_base(bridge, null);
        ures_group_put(bridge.buffers.group);
        if (meta != null) {
            cdev_device_del(meta.cdev, meta.dev);
            put_device(meta.dev);
        }
        if (video != null) {
            cdev_device_del(video.cdev, video.dev);
            put_device(video.dev);
        }
        device_del(bridge.dev);
        put_device(bridge.dev);
    }

    private static void set_base(Bridge bridge, @Nullable Iomem base) {
        down_write(bridge.lock);
        bridge.base = base;
        up_write(bridge.lock);
    }

    // What the twins do differently.

    /// A node holds its bridge.
    void hold_parent(Bridge bridge) {
        get_device(bridge.dev);
    }

    /// As [#hold_parent], undone by the release of the node.
    void put_parent(Bridge bridge) {
        put_device(bridge.dev);
    }

    /// The last reference to a node is gone.
    void video_device_release(VideoDevice vdev) {
        Bridge bridge = vdev.bridge;
        kfree(vdev);
        put_parent(bridge);
    }

    /// Both nodes are gone, or were never there.
    void release_group(Bridge bridge, Buffers buffers) {
        kfree(buffers);
    }
}
