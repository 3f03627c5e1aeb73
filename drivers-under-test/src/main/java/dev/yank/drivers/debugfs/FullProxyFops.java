package dev.yank.drivers.debugfs;

import static dev.yank.drivers.debugfs.Dentry.debugfs_file_put;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;

/// `debugfs_full_proxy_file_operations`: each call is let in or not, and counted. Release is always let in, and must
/// not take for granted that what belongs to the device is still there.
///
/// Source: `fs/debugfs/file.c`, Linux kernel, N. Stange, 2016-2017.
record FullProxyFops(ChannelDebugfs debugfs, Dentry dentry) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        if (debugfs.file_get(dentry) != 0) {
            return -Errno.ENOENT;
        }
        file.private_data = dentry;
        int ret = dentry.real_fops.open(inode, file);
        debugfs_file_put(dentry);
        return ret;
    }

    @Override
    public int release(Inode inode, File file) {
        return dentry.real_fops.release(inode, file);
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        int err = debugfs.file_get(dentry);
        if (err != 0) {
            return err;
        }
        int ret = dentry.real_fops.read(file, buffer);
        debugfs_file_put(dentry);
        return ret;
    }

    @Override
    public int poll(File file) {
        if (debugfs.file_get(dentry) != 0) {
            return Poll.EPOLLHUP;
        }
        int mask = dentry.real_fops.poll(file);
        debugfs_file_put(dentry);
        return mask;
    }
}
