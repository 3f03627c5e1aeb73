package dev.yank.drivers.i2cdev;

import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// `i2cdev_fops`: an open file pins the adapter, which is therefore there as long as the file is.
///
/// Source: `drivers/i2c/i2c-dev.c`, Linux kernel, S. Vogl and F. Schmidt, 1995-2000.
record I2cDev(ScratchI2c core) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        Adapter adap = core.i2c_get_adapter(inode);
        if (adap == null) {
            return -Errno.ENODEV;
        }
        file.private_data = adap;
        return 0;
    }

    @Override
    public int release(Inode inode, File file) {
        core.i2c_put_adapter(adapterOf(file));
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        put_user(readl(adapterOf(file).base, 0), buffer);
        return Integer.BYTES;
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        writel(get_user(buffer), adapterOf(file).base, 0);
        return Integer.BYTES;
    }

    private static Adapter adapterOf(File file) {
        return (Adapter) Objects.requireNonNull(file.private_data);
    }
}
