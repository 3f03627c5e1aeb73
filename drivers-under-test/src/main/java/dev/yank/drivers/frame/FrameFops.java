package dev.yank.drivers.frame;

import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.VmArea.set_vm_ops;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.VmArea;
import java.util.Objects;

/// The files: nothing but mapping and polling.
///
/// @param driver what the drivers of this family do differently
/// @param frame what `container_of(inode->i_cdev, struct frame, cdev)` finds
record FrameFops(FrameDummyPage driver, Frame frame) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        @Var int ret = -Errno.ENODEV;
        down_read(frame.lock);
        if (frame.plugged) {
            get_device(frame.dev);
            file.private_data = frame;
            file.f_mapping = frame.mapping;
            ret = 0;
        }
        up_read(frame.lock);
        return ret;
    }

    @Override
    public int release(Inode inode, File file) {
        put_device(frameOf(file).dev);
        return 0;
    }

    @Override
    public int mmap(File file, VmArea vma) {
        Frame mapped = frameOf(file);
        down_read(mapped.lock);
        int ret = mapped.plugged ? 0 : -Errno.ENODEV;
        if (ret == 0) {
            set_vm_ops(vma, area -> driver.fault(mapped, area));
        }
        up_read(mapped.lock);
        return ret;
    }

    @Override
    public int poll(File file) {
        Frame polled = frameOf(file);
        down_read(polled.lock);
        boolean there = polled.plugged;
        up_read(polled.lock);
        return there ? Poll.EPOLLIN | Poll.EPOLLOUT : Poll.EPOLLHUP | Poll.EPOLLERR;
    }

    private static Frame frameOf(File file) {
        return (Frame) Objects.requireNonNull(file.private_data);
    }
}
