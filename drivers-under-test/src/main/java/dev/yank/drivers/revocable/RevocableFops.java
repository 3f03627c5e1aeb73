package dev.yank.drivers.revocable;

import static dev.yank.drivers.revocable.Provider.revocable_try_access;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.revocable.Provider.Registers;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The files of a device whose registers are revocable: each is a consumer.
///
/// @param driver how consumers come to the registers
/// @param provider what the driver holds while the device is bound
record RevocableFops(ScratchRevocable driver, Provider provider) implements FileOperations {

    /// One open file.
    static final class Consumer {

        @Var
        Provider provider;

        Consumer(Provider provider) {
            this.provider = provider;
        }
    }

    @Override
    public int open(Inode inode, File file) {
        int idx = Provider.revocable_enter(provider);
        boolean there = revocable_try_access(provider) != null;
        Provider.revocable_withdraw_access(provider, idx);
        if (!there) {
            return -Errno.ENODEV;
        }
        Consumer consumer = kzalloc(new Consumer(provider));
        if (consumer == null) {
            return -Errno.ENOMEM;
        }
        driver.consumer_init(provider);
        file.private_data = consumer;
        return 0;
    }

    @Override
    public @Nullable ToIntFunction<File> flush() {
        return driver.flush();
    }

    @Override
    public int release(Inode inode, File file) {
        driver.release(consumerOf(file));
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        Consumer consumer = consumerOf(file);
        int idx = driver.enter(consumer);
        Registers registers = revocable_try_access(consumer.provider);
        int value = registers == null ? 0 : readl(registers.base, 0);
        driver.leave(consumer, idx);
        return registers == null ? -Errno.ENODEV : Integer.BYTES + put_user(value, buffer);
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        Consumer consumer = consumerOf(file);
        int idx = driver.enter(consumer);
        Registers registers = revocable_try_access(consumer.provider);
        driver.write_registers(consumer, idx, registers, get_user(buffer));
        return registers == null ? -Errno.ENODEV : Integer.BYTES;
    }

    /// Writes, and leaves.
    static void write_data(@Nullable Registers registers, int value) {
        if (registers != null) {
            writel(value, registers.base, 0);
        }
    }

    @Override
    public int poll(File file) {
        Consumer consumer = consumerOf(file);
        int idx = driver.enter(consumer);
        boolean there = revocable_try_access(consumer.provider) != null;
        driver.leave(consumer, idx);
        return there ? Poll.EPOLLIN | Poll.EPOLLOUT : Poll.EPOLLHUP | Poll.EPOLLERR;
    }

    static Consumer consumerOf(File file) {
        return (Consumer) Objects.requireNonNull(file.private_data);
    }
}
