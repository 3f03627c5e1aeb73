package dev.yank.drivers.goldfish;

import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Kref;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Spinlock;
import dev.yank.harness.kernel.WaitQueueHead;
import org.jspecify.annotations.Nullable;

/// `struct goldfish_pipe_dev`: counted, one for each device, and alive as long as a pipe is open. The original
/// has a single static one.
@SuppressWarnings("NullAway.Init") // probe sets the members before anybody can open a pipe
final class PipeDev {

    static final int PIPE_CMD = 0x00;
    static final int PIPE_RESULT = 0x08;
    static final int PIPE_GET_SIGNALLED = 0x30;

    static final int CMD_OPEN = 1;
    static final int CMD_CLOSE = 2;
    static final int CMD_POLL = 3;
    static final int CMD_READ = 6;
    static final int CMD_WAKE_ON_READ = 7;
    static final int ERROR_AGAIN = 0xff;

    /// `struct goldfish_pipe`: one open file.
    static final class Pipe {

        @Var
        PipeDev dev;

        @Var
        @Nullable
        Pipe next;

        Pipe(PipeDev dev) {
            this.dev = dev;
        }
    }

    /// `pipes`: which pipes are open, and how often the host has signalled.
    static final class Pipes {

        @Var
        @Nullable
        Pipe first;

        @Var
        int signals;
    }

    final Kref kref = new Kref();

    /// Held while a command is given and its answer fetched.
    final Mutex command = new Mutex();

    /// Protects `pipes`.
    final Spinlock lock = new Spinlock();

    final WaitQueueHead wake_queue = new WaitQueueHead();
    final Miscdevice misc;

    @Var
    Iomem base;

    @Var
    Pipes pipes;

    @Var
    boolean gone;

    PipeDev(FileOperations operations, Device parent) {
        this.misc = new Miscdevice("goldfish_pipe", operations, parent);
    }

    /// `goldfish_cmd_locked()`: gives a command.
    ///
    /// @return what the host answers
    static int goldfish_cmd(PipeDev dev, int cmd) {
        writel(cmd, dev.base, PIPE_CMD);
        return readl(dev.base, PIPE_RESULT);
    }
}
