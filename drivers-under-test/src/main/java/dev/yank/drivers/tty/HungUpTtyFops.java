package dev.yank.drivers.tty;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;

/// `hung_up_tty_fops`: the end of the file for who reads, an error for who wants anything else, and everything at once
/// for who polls. Release is that of a terminal.
///
/// @param driver what the twins do differently
record HungUpTtyFops(ChannelTty driver) implements FileOperations {

    @Override
    public int release(Inode inode, File file) {
        return driver.release_hung_up(file);
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        return 0;
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        return -Errno.EIO;
    }

    @Override
    public int ioctl(File file, int command, UserBuffer argument) {
        return -Errno.EIO;
    }

    @Override
    public int poll(File file) {
        return Poll.EPOLLIN | Poll.EPOLLOUT | Poll.EPOLLERR | Poll.EPOLLHUP;
    }
}
