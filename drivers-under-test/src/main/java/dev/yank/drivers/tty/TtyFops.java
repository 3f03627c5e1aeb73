package dev.yank.drivers.tty;

import static dev.yank.drivers.channel.HostChannel.channel_is_shut;
import static dev.yank.drivers.channel.HostChannel.channel_poll;
import static dev.yank.drivers.channel.HostChannel.channel_read;
import static dev.yank.drivers.channel.HostChannel.channel_signals;
import static dev.yank.drivers.tty.TtyStruct.tty_add_file;
import static dev.yank.drivers.tty.TtyStruct.tty_del_file;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;

import dev.yank.drivers.tty.TtyStruct.TtyFile;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// `tty_fops`, and the reading part of the line discipline.
///
/// @param tty what `tty_open_by_driver()` finds; the node holds it while it is open
record TtyFops(TtyStruct tty) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        return channel_is_shut(tty.port) ? -Errno.EIO : tty_add_file(tty, file);
    }

    @Override
    public int release(Inode inode, File file) {
        return tty_release(file);
    }

    static int tty_release(File file) {
        tty_del_file(privateOf(file));
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        TtyStruct line = privateOf(file).tty;
        down_read(line.ldisc_sem);
        int ret = n_tty_read(line, buffer);
        up_read(line.ldisc_sem);
        return ret;
    }

    /// Sleeps inside of the line discipline; who hangs up wakes it before he waits for it.
    private static int n_tty_read(TtyStruct line, UserBuffer buffer) {
        while (true) {
            int signals = channel_signals(line.port);
            int ret = channel_read(line.port, buffer.nowait());
            if (ret == -Errno.ENODEV) {
                return 0;
            }
            if (ret != -Errno.EAGAIN || buffer.nowait()) {
                return ret < 0 ? ret : 1 + put_user(ret, buffer);
            }
            wait_event_interruptible(
                    line.port.wake_queue, () -> channel_is_shut(line.port) || channel_signals(line.port) != signals);
        }
    }

    @Override
    public int poll(File file) {
        int mask = channel_poll(privateOf(file).tty.port);
        return mask < 0 ? Poll.EPOLLIN | Poll.EPOLLOUT | Poll.EPOLLERR | Poll.EPOLLHUP : mask;
    }

    private static TtyFile privateOf(File file) {
        return (TtyFile) Objects.requireNonNull(file.private_data);
    }
}
