package dev.yank.harness.kernel;

import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// `struct file_operations`: what a driver offers to whoever opens its node. A method that is not overridden
/// answers as the kernel does for a null pointer. Results below 0 are negative errnos.
public interface FileOperations {

    default int open(Inode inode, File file) {
        return 0;
    }

    default int release(Inode inode, File file) {
        return 0;
    }

    /// What is called whenever a descriptor of the file is closed, as long as there may be others; null where the
    /// driver
    /// does not care, which is usual.
    default @Nullable ToIntFunction<File> flush() {
        return null;
    }

    /// The module that its code is in, which is used as long as a file is open; null where nobody unloads it, or
    /// where that was forgotten.
    default @Nullable Module owner() {
        return null;
    }

    /// Reads.
    ///
    /// @return how many bytes were read, 0 at the end
    default int read(File file, UserBuffer buffer) {
        return -Errno.EINVAL;
    }

    /// Writes.
    ///
    /// @return how many bytes were written
    default int write(File file, UserBuffer buffer) {
        return -Errno.EINVAL;
    }

    /// Does what `command` says.
    ///
    /// @param command one of the numbers of [Uapi]
    default int ioctl(File file, int command, UserBuffer argument) {
        return -Errno.ENOTTY;
    }

    /// Maps what is behind the file into the process.
    ///
    /// @return 0 or a negative errno
    default int mmap(File file, VmArea vma) {
        return -Errno.ENODEV;
    }

    /// Says what would not block.
    ///
    /// @return a mask of [Poll] bits
    default int poll(File file) {
        return Poll.EPOLLIN | Poll.EPOLLOUT;
    }
}
