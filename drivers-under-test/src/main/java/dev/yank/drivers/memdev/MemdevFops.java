package dev.yank.drivers.memdev;

import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;

/// `cxl_memdev_fops`: each call holds the rwsem while it is inside.
///
/// @param driver what the twins do differently
/// @param cxlmd what `container_of(inode->i_cdev, struct cxl_memdev, cdev)` finds
record MemdevFops(ScratchMemdev driver, Memdev cxlmd) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        return driver.open(cxlmd, file);
    }

    @Override
    public int release(Inode inode, File file) {
        driver.put_at_release(file);
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        Memdev memdev = driver.memdev_of(file);
        @Var int ret = -Errno.ENXIO;
        down_read(driver.memdev_rwsem);
        Iomem cxlds = memdev.cxlds;
        if (cxlds != null) {
            put_user(readl(cxlds, 0), buffer);
            ret = Integer.BYTES;
        }
        up_read(driver.memdev_rwsem);
        return ret < 0 ? driver.disconnected(file) : ret;
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        Memdev memdev = driver.memdev_of(file);
        @Var int ret = -Errno.ENXIO;
        down_read(driver.memdev_rwsem);
        Iomem cxlds = memdev.cxlds;
        if (cxlds != null) {
            writel(get_user(buffer), cxlds, 0);
            ret = Integer.BYTES;
        }
        up_read(driver.memdev_rwsem);
        return ret < 0 ? driver.disconnected(file) : ret;
    }

    @Override
    public int poll(File file) {
        Memdev memdev = driver.memdev_of(file);
        down_read(driver.memdev_rwsem);
        boolean there = memdev.cxlds != null;
        up_read(driver.memdev_rwsem);
        return there ? Poll.EPOLLIN | Poll.EPOLLOUT : Poll.EPOLLHUP | Poll.EPOLLERR;
    }
}
