package dev.yank.drivers.pl061.rust;

import static dev.yank.drivers.pl061.EventFifo.kfifo_get;
import static dev.yank.drivers.pl061.EventFifo.kfifo_is_empty_spinlocked;
import static dev.yank.drivers.pl061.LineIoctl.line_ioctl;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.EventFifo;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import dev.yank.harness.kernel.rust.Arc;
import java.util.Objects;

/// `impl file::Operations`: a file is one more reference to the data of the device.
///
/// A guard may not be held across a sleep, so a read asks for the resources anew whenever it wakes.
///
/// @param open_data the reference that the registration of the node holds
record RustFile(Arc<DeviceData> open_data) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        if (open_data.get().isRevoked()) {
            return -Errno.ENXIO;
        }
        file.private_data = open_data.cloned();
        return 0;
    }

    @Override
    public int release(Inode inode, File file) {
        borrow(file).drop();
        return 0;
    }

    @Override
    public int ioctl(File file, int command, UserBuffer argument) {
        DeviceData data = borrow(file).get();
        return line_ioctl(new RustChip(data), data.config, command, argument);
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        DeviceData data = borrow(file).get();
        @Var int ret = read_event(data, buffer);
        while (ret == -Errno.EAGAIN && !buffer.nowait()) {
            wait_event_interruptible(data.wait, () -> data.isRevoked() || !kfifo_is_empty_spinlocked(data.events));
            ret = read_event(data, buffer);
        }
        return ret;
    }

    private static int read_event(DeviceData data, UserBuffer buffer) {
        try (var pl061 = data.resources()) {
            if (pl061 == null) {
                return -Errno.ENXIO;
            }
            int line = kfifo_get(data.events);
            if (line == EventFifo.NONE) {
                return -Errno.EAGAIN;
            }
            put_user(line, buffer);
            return 1;
        }
    }

    @Override
    public int poll(File file) {
        DeviceData data = borrow(file).get();
        try (var pl061 = data.resources()) {
            if (pl061 == null) {
                return Poll.EPOLLHUP | Poll.EPOLLERR;
            }
            return kfifo_is_empty_spinlocked(data.events) ? 0 : Poll.EPOLLIN;
        }
    }

    @SuppressWarnings("unchecked") // from_foreign: release and open agree on the type
    private static Arc<DeviceData> borrow(File file) {
        return (Arc<DeviceData>) Objects.requireNonNull(file.private_data);
    }
}
