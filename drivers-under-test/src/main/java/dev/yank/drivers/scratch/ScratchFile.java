package dev.yank.drivers.scratch;

import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import dev.yank.drivers.scratch.ScratchData.Shared;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import dev.yank.harness.kernel.rust.Arc;
import dev.yank.harness.kernel.rust.Foreign;
import dev.yank.harness.kernel.rust.ForeignOwnable;
import java.util.Objects;

/// `impl MiscDevice for ScratchFile`, with `type Ptr = Arc<Shared>`: open gives an `Arc` to the file, each
/// operation borrows it, release takes it back.
///
/// Source: `rust/kernel/miscdevice.rs`, Linux kernel, A. Ryhl, 2024.
///
/// @param driver whose files they are
/// @param shared the reference that the registration holds
record ScratchFile(RustScratch driver, Arc<Shared> shared) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        try (var io = shared.get().registers()) {
            if (io == null) {
                return -Errno.ENXIO;
            }
        }
        file.private_data = Foreign.into_foreign(ForeignOwnable.pointer(), shared.cloned());
        return 0;
    }

    @Override
    public int release(Inode inode, File file) {
        driver.release(pointer(file));
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        try (var borrowed = pointer(file).borrow();
                var io = borrowed.get().get().registers()) {
            return io == null
                    ? -Errno.ENXIO
                    : Integer.BYTES + put_user(readl(io.get().base(), ScratchData.DATA), buffer);
        }
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        try (var borrowed = pointer(file).borrow();
                var io = borrowed.get().get().registers()) {
            if (io == null) {
                return -Errno.ENXIO;
            }
            writel(get_user(buffer), io.get().base(), ScratchData.DATA);
            return Integer.BYTES;
        }
    }

    @Override
    public int poll(File file) {
        try (var borrowed = pointer(file).borrow();
                var io = borrowed.get().get().registers()) {
            return io == null ? Poll.EPOLLHUP | Poll.EPOLLERR : Poll.EPOLLIN | Poll.EPOLLOUT;
        }
    }

    @SuppressWarnings("unchecked") // what open put there
    private static Foreign<Arc<Shared>> pointer(File file) {
        return (Foreign<Arc<Shared>>) Objects.requireNonNull(file.private_data);
    }
}
