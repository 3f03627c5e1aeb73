package dev.yank.drivers.alsa;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import dev.yank.harness.kernel.VmArea;

/// `snd_shutdown_f_ops`: what the files of a card do that is gone.
///
/// @param disconnected the operations that the file had, which release it
record ShutdownFops(FileOperations disconnected) implements FileOperations {

    /// `snd_disconnect_release()`.
    @Override
    public int release(Inode inode, File file) {
        return disconnected.release(inode, file);
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        return -Errno.ENODEV;
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        return -Errno.ENODEV;
    }

    @Override
    public int ioctl(File file, int command, UserBuffer argument) {
        return -Errno.ENODEV;
    }

    @Override
    public int mmap(File file, VmArea vma) {
        return -Errno.ENODEV;
    }

    @Override
    public int poll(File file) {
        return Poll.EPOLLERR | Poll.EPOLLNVAL;
    }
}
