package dev.yank.drivers.debugfs;

import static dev.yank.drivers.channel.HostChannel.channel_is_shut;
import static dev.yank.drivers.channel.HostChannel.channel_poll;
import static dev.yank.drivers.channel.HostChannel.channel_read;
import static dev.yank.drivers.channel.HostChannel.channel_signals;
import static dev.yank.drivers.debugfs.Dentry.debugfs_enter_cancellation;
import static dev.yank.drivers.debugfs.Dentry.debugfs_leave_cancellation;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import dev.yank.drivers.channel.HostChannel;
import dev.yank.drivers.debugfs.Dentry.Cancellation;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// What the driver gives to debugfs. It needs no gate of its own and no count: nobody is inside once the file is
/// removed.
///
/// @param driver what the twins do differently
/// @param state `inode->i_private`
record ChannelFops(ChannelDebugfs driver, ChannelState state) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        return channel_is_shut(state.channel) ? -Errno.EIO : 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        Dentry dentry = (Dentry) Objects.requireNonNull(file.private_data);
        HostChannel channel = state.channel;
        Atomic cancelled = new Atomic();
        Cancellation cancellation = new Cancellation(() -> {
            Atomic.atomic_set(cancelled, 1);
            wake_up(channel.wake_queue);
        });
        debugfs_enter_cancellation(dentry, cancellation);
        int ret = wait_and_read(channel, cancelled, buffer);
        debugfs_leave_cancellation(dentry, cancellation);
        return ret;
    }

    private int wait_and_read(HostChannel channel, Atomic cancelled, UserBuffer buffer) {
        while (true) {
            int signals = channel_signals(channel);
            driver.lock(state);
            int ret = channel_read(channel, buffer.nowait());
            driver.unlock(state);
            if (ret == -Errno.ENODEV || Atomic.atomic_read(cancelled) != 0) {
                return -Errno.EIO;
            }
            if (ret != -Errno.EAGAIN || buffer.nowait()) {
                return ret < 0 ? ret : 1 + put_user(ret, buffer);
            }
            wait_event_interruptible(
                    channel.wake_queue,
                    () -> Atomic.atomic_read(cancelled) != 0 || channel_signals(channel) != signals);
        }
    }

    @Override
    public int poll(File file) {
        int mask = channel_poll(state.channel);
        return mask < 0 ? Poll.EPOLLHUP : mask;
    }
}
