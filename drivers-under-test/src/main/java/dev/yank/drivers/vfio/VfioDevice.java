package dev.yank.drivers.vfio;

import static dev.yank.harness.kernel.Completion.complete;
import static dev.yank.harness.kernel.Refcount.refcount_dec_and_test;

import dev.yank.drivers.channel.HostChannel;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Completion;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Refcount;

/// `struct vfio_device`: its memory lives as long as the node is open, its registration as long as a user has it.
///
/// Source: `include/linux/vfio.h` and `drivers/vfio/vfio_main.c`, Linux kernel, A. Williamson, 2012-2022.
final class VfioDevice {

    final Device device = new Device();
    final Cdev cdev = new Cdev();

    /// One for the registration, and one for each user.
    final Refcount refcount = new Refcount();

    final Completion comp = new Completion();
    final HostChannel channel = new HostChannel();

    static void vfio_device_put_registration(VfioDevice vdev) {
        if (refcount_dec_and_test(vdev.refcount)) {
            complete(vdev.comp);
        }
    }
}
