package dev.yank.drivers.virtio;

import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Errno.EIO;
import static dev.yank.harness.kernel.Kref.kref_get;
import static dev.yank.harness.kernel.Kref.kref_put;
import static dev.yank.harness.kernel.Poll.EPOLLERR;
import static dev.yank.harness.kernel.Poll.EPOLLHUP;
import static dev.yank.harness.kernel.Poll.EPOLLIN;
import static dev.yank.harness.kernel.Poll.EPOLLOUT;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Struct.container_of;
import static dev.yank.harness.kernel.UserBuffer.get_user;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// The file operations. Each passes the gate, and answers -EIO where remove has begun or the device was
/// given up.
class VirtioFops extends VirtioQueue implements FileOperations {

    private static boolean enter(VirtReg reg) {
        down_read(reg.gate);
        if (atomic_read(reg.dying) != 0) {
            up_read(reg.gate);
            return false;
        }
        return true;
    }

    private static VirtReg to_reg(File file) {
        return (VirtReg) Objects.requireNonNull(file.private_data);
    }

    @Override
    public final int open(Inode inode, File file) {
        VirtReg reg = container_of((Miscdevice) Objects.requireNonNull(file.private_data));
        if (!enter(reg)) {
            return -EIO;
        }
        kref_get(reg.kref);
        up_read(reg.gate);
        file.private_data = reg;
        return 0;
    }

    @Override
    public final int release(Inode inode, File file) {
        virt_reg_put(to_reg(file));
        return 0;
    }

    static void virt_reg_put(VirtReg reg) {
        kref_put(reg.kref, () -> kfree(reg));
    }

    @Override
    public final int read(File file, UserBuffer buffer) {
        VirtReg reg = to_reg(file);
        if (!enter(reg)) {
            return -EIO;
        }
        int err = transact(reg, READ, 0, buffer);
        up_read(reg.gate);
        return err == 0 ? Integer.BYTES : err;
    }

    @Override
    public final int write(File file, UserBuffer buffer) {
        VirtReg reg = to_reg(file);
        if (!enter(reg)) {
            return -EIO;
        }
        int err = transact(reg, WRITE, get_user(buffer), null);
        up_read(reg.gate);
        return err == 0 ? Integer.BYTES : err;
    }

    @Override
    public final int poll(File file) {
        VirtReg reg = to_reg(file);
        if (!enter(reg)) {
            return EPOLLHUP | EPOLLERR;
        }
        boolean broken = atomic_read(reg.broken) != 0;
        up_read(reg.gate);
        return broken ? EPOLLHUP | EPOLLERR : EPOLLIN | EPOLLOUT;
    }
}
