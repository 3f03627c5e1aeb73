package dev.yank.drivers.vfio;

import static dev.yank.drivers.channel.HostChannel.channel_go_live;
import static dev.yank.drivers.channel.HostChannel.channel_shut;
import static dev.yank.drivers.channel.HostChannel.channel_start;
import static dev.yank.drivers.channel.HostChannel.channel_stop;
import static dev.yank.drivers.vfio.VfioDevice.vfio_device_put_registration;
import static dev.yank.harness.kernel.Cdev.cdev_device_add;
import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Completion.wait_for_completion;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.Refcount.refcount_inc_not_zero;
import static dev.yank.harness.kernel.Refcount.refcount_set;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: removal drops the registration, asks whoever has the device to give it back, and waits until nobody has
/// (policy P3, last close with request). Linux asks every ten seconds; here once is enough, because nobody forgets it.
///
/// Not final, because its twins do one step differently.
///
/// Source: `drivers/vfio/vfio_main.c`, Linux kernel, A. Williamson, 2012-2022.
@UnderTest(
        name = "pipe-vfio",
        device = "pipe",
        policy = ChannelVfio.POLICY,
        summary = "A device given to a user: removal asks for it and waits for the last close, as in VFIO.")
public class ChannelVfio implements PlatformDriver {

    static final String POLICY = "P1=ENODEV P2=HUP|ERR P3=last-close-with-request P4=whole-object P5=yes P8=drop";

    @Override
    public final String compatible() {
        return "google,goldfish-pipe";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        VfioDevice vdev = kzalloc(new VfioDevice());
        if (vdev == null) {
            return -Errno.ENOMEM;
        }
        device_initialize(vdev.device, () -> kfree(vdev));
        refcount_set(vdev.refcount, 1);
        int err = channel_start(vdev.channel, pdev);
        if (err != 0) {
            put_device(vdev.device);
            return err;
        }
        platform_set_drvdata(pdev, vdev);
        cdev_init(vdev.cdev, new VfioFops(this, vdev));
        int failed = cdev_device_add(vdev.cdev, vdev.device, pdev.dev().devt());
        if (failed != 0) {
            channel_stop(vdev.channel, pdev);
            put_device(vdev.device);
            return failed;
        }
        channel_go_live(vdev.channel);
        return 0;
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        VfioDevice vdev = platform_get_drvdata(pdev);
        vfio_unregister_group_dev(vdev);
        channel_stop(vdev.channel, pdev);
        put_device(vdev.device);
    }

    private void vfio_unregister_group_dev(VfioDevice vdev) {
        cdev_device_del(vdev.cdev, vdev.device);
        vfio_device_put_registration(vdev);
        request(vdev);
        wait_for_completion(vdev.comp);
    }

    // What the twins do differently.

    /// `vfio_device_ops.request`: tells the user that the device is wanted back.
    void request(VfioDevice vdev) {
        channel_shut(vdev.channel);
        wake_up(vdev.channel.wake_queue);
    }

    boolean vfio_device_try_get_registration(VfioDevice vdev) {
        return refcount_inc_not_zero(vdev.refcount);
    }
}
