package dev.yank.drivers.edu.rust;

import static dev.yank.drivers.edu.EduRegisters.EDU_BUFFER_SIZE;
import static dev.yank.harness.kernel.Errno.EINVAL;
import static dev.yank.harness.kernel.Errno.ENOTTY;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Poll.EPOLLERR;
import static dev.yank.harness.kernel.Poll.EPOLLHUP;
import static dev.yank.harness.kernel.Poll.EPOLLIN;
import static dev.yank.harness.kernel.Poll.EPOLLOUT;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Uapi.EDU_FACTORIAL;
import static dev.yank.harness.kernel.Uapi.EDU_TRANSFER;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.Module;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.UserBuffer;
import dev.yank.harness.kernel.rust.Arc;
import dev.yank.harness.kernel.rust.Drop;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `impl MiscDevice for EduFile`, and the `MiscDeviceRegistration` that open finds its data in. A file's
/// pointer is an `Arc<EduData>`, so open files survive the registration.
///
/// Source: `rust/kernel/miscdevice.rs`, Linux kernel, A. Ryhl, 2024.
final class EduFile implements FileOperations, Drop {

    final Miscdevice misc;
    private final @Nullable Module module;

    @Var
    Arc<EduData> data;

    EduFile(PciDev pdev, Arc<EduData> data, @Nullable Module module) {
        this.misc = new Miscdevice("edu", this, pdev.dev);
        this.data = data;
        this.module = module;
    }

    /// Deregisters; the box that holds the registration goes with it.
    @Override
    public void drop() {
        misc_deregister(misc);
        forget();
    }

    /// Drops a registration that was never made.
    void forget() {
        data.drop();
        kfree(this);
    }

    @Override
    public @Nullable Module owner() {
        return module;
    }

    /// `borrow`.
    private static EduData of(File file) {
        return foreign(file).get();
    }

    @SuppressWarnings("unchecked") // what open put there
    private static Arc<EduData> foreign(File file) {
        return (Arc<EduData>) Objects.requireNonNull(file.private_data);
    }

    @Override
    public int open(Inode inode, File file) {
        int err = EduHardware.present(data.get());
        if (err == 0) {
            file.private_data = data.cloned();
        }
        return err;
    }

    @Override
    public int release(Inode inode, File file) {
        foreign(file).drop();
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        int value = EduHardware.get(of(file));
        return value < 0 ? value : Integer.BYTES + put_user(value, buffer);
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        int err = EduHardware.set(of(file), get_user(buffer));
        return err < 0 ? err : Integer.BYTES;
    }

    @Override
    public int poll(File file) {
        return EduHardware.present(of(file)) == 0 ? EPOLLIN | EPOLLOUT : EPOLLHUP | EPOLLERR;
    }

    @Override
    public int ioctl(File file, int command, UserBuffer argument) {
        EduData edu = of(file);
        int number = get_user(argument);
        int err = EduHardware.present(edu);
        if (err < 0) {
            return err;
        }
        if (command == EDU_TRANSFER && (number < 1 || number > EDU_BUFFER_SIZE)) {
            return -EINVAL;
        }
        mutex_lock(edu.engine);
        int result = switch (command) {
            case EDU_FACTORIAL -> EduHardware.factorial(edu, number);
            case EDU_TRANSFER -> EduHardware.transfer(edu, number);
            default -> -ENOTTY;
        };
        mutex_unlock(edu.engine);
        return result < 0 ? result : put_user(result, argument);
    }
}
