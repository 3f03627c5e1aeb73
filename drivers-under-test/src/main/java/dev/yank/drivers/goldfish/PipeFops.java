package dev.yank.drivers.goldfish;

import static dev.yank.drivers.goldfish.PipeDev.CMD_CLOSE;
import static dev.yank.drivers.goldfish.PipeDev.CMD_OPEN;
import static dev.yank.drivers.goldfish.PipeDev.CMD_POLL;
import static dev.yank.drivers.goldfish.PipeDev.CMD_READ;
import static dev.yank.drivers.goldfish.PipeDev.CMD_WAKE_ON_READ;
import static dev.yank.drivers.goldfish.PipeDev.ERROR_AGAIN;
import static dev.yank.drivers.goldfish.PipeDev.goldfish_cmd;
import static dev.yank.harness.kernel.Kref.kref_get;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.Spinlock.spin_lock_irqsave;
import static dev.yank.harness.kernel.Spinlock.spin_unlock_irqrestore;
import static dev.yank.harness.kernel.Struct.container_of;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.goldfish.PipeDev.Pipe;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// `goldfish_pipe_fops`.
///
/// @param driver whose pipes they are
record PipeFops(GoldfishPipe driver) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        PipeDev dev = container_of((Miscdevice) Objects.requireNonNull(file.private_data));
        Pipe pipe = kzalloc(new Pipe(dev));
        if (pipe == null) {
            return -Errno.ENOMEM;
        }
        mutex_lock(dev.command);
        if (dev.gone) {
            mutex_unlock(dev.command);
            kfree(pipe);
            return -Errno.ENODEV;
        }
        link(dev, pipe);
        goldfish_cmd(dev, CMD_OPEN);
        kref_get(dev.kref);
        mutex_unlock(dev.command);
        file.private_data = pipe;
        return 0;
    }

    private static void link(PipeDev dev, Pipe pipe) {
        spin_lock_irqsave(dev.lock);
        pipe.next = dev.pipes.first;
        dev.pipes.first = pipe;
        spin_unlock_irqrestore(dev.lock);
    }

    @SuppressWarnings("ReferenceEquality") // a pipe is its address
    private static void unlink(PipeDev dev, Pipe pipe) {
        spin_lock_irqsave(dev.lock);
        @Var Pipe before = dev.pipes.first;
        if (before == pipe) {
            dev.pipes.first = pipe.next;
        } else {
            while (before != null && before.next != pipe) {
                before = before.next;
            }
            if (before != null) {
                before.next = pipe.next;
            }
        }
        spin_unlock_irqrestore(dev.lock);
    }

    @Override
    public int release(Inode inode, File file) {
        Pipe pipe = pipeOf(file);
        PipeDev dev = pipe.dev;
        mutex_lock(dev.command);
        if (driver.tells_host_of_close(dev)) {
            goldfish_cmd(dev, CMD_CLOSE);
        }
        mutex_unlock(dev.command);
        unlink(dev, pipe);
        kfree(pipe);
        driver.put(dev);
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        PipeDev dev = pipeOf(file).dev;
        while (true) {
            mutex_lock(dev.command);
            int signals = signals(dev);
            int result = fetch(dev, buffer.nowait());
            mutex_unlock(dev.command);
            if (result == -Errno.EAGAIN && !buffer.nowait()) {
                wait_event_interruptible(dev.wake_queue, () -> is_awaited_over(dev, signals));
            } else {
                return result < 0 ? result : 1 + put_user(result, buffer);
            }
        }
    }

    /// A byte, or a negative errno; where none has come and the caller is going to wait, asks the host to say when
    /// one does.
    private static int fetch(PipeDev dev, boolean nowait) {
        if (dev.gone) {
            return -Errno.ENODEV;
        }
        int result = goldfish_cmd(dev, CMD_READ);
        if (result != ERROR_AGAIN) {
            return result;
        }
        if (!nowait) {
            goldfish_cmd(dev, CMD_WAKE_ON_READ);
        }
        return -Errno.EAGAIN;
    }

    private static int signals(PipeDev dev) {
        spin_lock_irqsave(dev.lock);
        int signals = dev.pipes.signals;
        spin_unlock_irqrestore(dev.lock);
        return signals;
    }

    private static boolean is_awaited_over(PipeDev dev, int signals) {
        mutex_lock(dev.command);
        boolean gone = dev.gone;
        mutex_unlock(dev.command);
        return gone || signals(dev) != signals;
    }

    @Override
    public int poll(File file) {
        PipeDev dev = pipeOf(file).dev;
        mutex_lock(dev.command);
        int mask = dev.gone ? Poll.EPOLLHUP | Poll.EPOLLERR : goldfish_cmd(dev, CMD_POLL) == 0 ? 0 : Poll.EPOLLIN;
        mutex_unlock(dev.command);
        return mask;
    }

    private static Pipe pipeOf(File file) {
        return (Pipe) Objects.requireNonNull(file.private_data);
    }
}
