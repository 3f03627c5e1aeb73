package dev.yank.drivers.sampler;

import static dev.yank.drivers.sampler.Sampler.DATA;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Errno.ENXIO;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
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
import static dev.yank.harness.kernel.UserBuffer.put_user;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// The file operations of the samplers. Each passes the gate, and answers -ENXIO where remove has begun.
class SamplerFops implements FileOperations {

    private static boolean enter(Sampler sampler) {
        down_read(sampler.gate);
        if (atomic_read(sampler.dying) != 0) {
            up_read(sampler.gate);
            return false;
        }
        return true;
    }

    static Sampler to_sampler(File file) {
        return (Sampler) Objects.requireNonNull(file.private_data);
    }

    @Override
    public int open(Inode inode, File file) {
        Sampler sampler = container_of((Miscdevice) Objects.requireNonNull(file.private_data));
        if (!enter(sampler)) {
            return -ENXIO;
        }
        kref_get(sampler.kref);
        up_read(sampler.gate);
        file.private_data = sampler;
        return 0;
    }

    @Override
    public int release(Inode inode, File file) {
        sampler_put(to_sampler(file));
        return 0;
    }

    static void sampler_put(Sampler sampler) {
        kref_put(sampler.kref, () -> kfree(sampler));
    }

    @Override
    public final int read(File file, UserBuffer buffer) {
        Sampler sampler = to_sampler(file);
        if (!enter(sampler)) {
            return -ENXIO;
        }
        put_user(readl(sampler.base, DATA), buffer);
        up_read(sampler.gate);
        return Integer.BYTES;
    }

    @Override
    public final int write(File file, UserBuffer buffer) {
        Sampler sampler = to_sampler(file);
        if (!enter(sampler)) {
            return -ENXIO;
        }
        writel(get_user(buffer), sampler.base, DATA);
        up_read(sampler.gate);
        return Integer.BYTES;
    }

    @Override
    public final int poll(File file) {
        Sampler sampler = to_sampler(file);
        if (!enter(sampler)) {
            return EPOLLHUP | EPOLLERR;
        }
        up_read(sampler.gate);
        return EPOLLIN | EPOLLOUT;
    }
}
