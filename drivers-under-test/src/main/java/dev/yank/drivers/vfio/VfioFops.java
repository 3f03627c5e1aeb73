package dev.yank.drivers.vfio;

import static dev.yank.drivers.channel.HostChannel.channel_is_shut;
import static dev.yank.drivers.channel.HostChannel.channel_poll;
import static dev.yank.drivers.channel.HostChannel.channel_read;
import static dev.yank.drivers.channel.HostChannel.channel_signals;
import static dev.yank.drivers.vfio.VfioDevice.vfio_device_put_registration;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;

/// `vfio_device_fops`. Here a read is what the user makes of them: it waits for the events of interrupt and request,
/// and does not use a device any more that it was asked to give back.
///
/// @param driver what the twins do differently
record VfioFops(ChannelVfio driver, VfioDevice vdev) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        if (!driver.vfio_device_try_get_registration(vdev)) {
            return -Errno.ENODEV;
        }
        if (channel_is_shut(vdev.channel)) {
            vfio_device_put_registration(vdev);
            return -Errno.ENODEV;
        }
        file.private_data = vdev;
        return 0;
    }

    @Override
    public int release(Inode inode, File file) {
        vfio_device_put_registration(vdev);
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        while (true) {
            int signals = channel_signals(vdev.channel);
            int ret = channel_read(vdev.channel, buffer.nowait());
            if (ret != -Errno.EAGAIN || buffer.nowait()) {
                return ret < 0 ? ret : 1 + put_user(ret, buffer);
            }
            wait_event_interruptible(
                    vdev.channel.wake_queue,
                    () -> channel_is_shut(vdev.channel) || channel_signals(vdev.channel) != signals);
        }
    }

    @Override
    public int poll(File file) {
        int mask = channel_poll(vdev.channel);
        return mask < 0 ? Poll.EPOLLHUP | Poll.EPOLLERR : mask;
    }
}
