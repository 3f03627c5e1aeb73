package dev.yank.drivers.channel;

import static dev.yank.harness.kernel.Iomem.ioremap;
import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Spinlock.spin_lock_irqsave;
import static dev.yank.harness.kernel.Spinlock.spin_unlock_irqrestore;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.IrqHandler;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.Spinlock;
import dev.yank.harness.kernel.WaitQueueHead;

/// `struct host_channel`: registers, interrupt and wait queue of the device, to be embedded in what a subsystem keeps
/// for it. Commands are given under a mutex, under which the channel is also shut: from then on there are none.
///
/// Source: `drivers/platform/goldfish/goldfish_pipe.c`, Linux kernel, Google, 2011-2017, for the registers.
@SuppressWarnings("NullAway.Init") // channel_start sets the pointer before anybody can give a command
public final class HostChannel {

    private static final int PIPE_CMD = 0x00;
    private static final int PIPE_RESULT = 0x08;
    private static final int PIPE_GET_SIGNALLED = 0x30;

    private static final int CMD_OPEN = 1;
    private static final int CMD_POLL = 3;
    private static final int CMD_READ = 6;
    private static final int CMD_WAKE_ON_READ = 7;
    private static final int ERROR_AGAIN = 0xff;

    /// Where readers sleep until the host has signalled, or somebody else wants something of them.
    public final WaitQueueHead wake_queue = new WaitQueueHead();

    private final Mutex command = new Mutex();
    private final Spinlock lock = new Spinlock();

    @Var
    private Iomem base;

    /// Until [#channel_go_live], and again from [#channel_shut] on.
    @Var
    private boolean shut = true;

    /// How often the host has signalled; under [#lock].
    @Var
    private int signals;

    /// Maps the registers, requests the interrupt and opens the channel.
    ///
    /// @return 0 or a negative errno
    public static int channel_start(HostChannel channel, PlatformDevice pdev) {
        Iomem base = ioremap(pdev.res());
        if (base == null) {
            return -Errno.ENOMEM;
        }
        channel.base = base;
        int err = request_irq(pdev.irq(), (_, _) -> channel_interrupt(channel), "host_channel", channel);
        if (err != 0) {
            iounmap(base);
            return err;
        }
        writel(CMD_OPEN, base, PIPE_CMD);
        return 0;
    }

    private static int channel_interrupt(HostChannel channel) {
        if (readl(channel.base, PIPE_GET_SIGNALLED) == 0) {
            return IrqHandler.IRQ_NONE;
        }
        spin_lock_irqsave(channel.lock);
        channel.signals++;
        spin_unlock_irqrestore(channel.lock);
        wake_up(channel.wake_queue);
        return IrqHandler.IRQ_HANDLED;
    }

    /// From now on commands may be given: not before nothing can fail any more, because whoever is quicker than an
    /// error
    /// of `cdev_device_add` may have opened the node.
    public static void channel_go_live(HostChannel channel) {
        mutex_lock(channel.command);
        channel.shut = false;
        mutex_unlock(channel.command);
    }

    /// Nobody gives a command any more once this has returned.
    public static void channel_shut(HostChannel channel) {
        mutex_lock(channel.command);
        channel.shut = true;
        mutex_unlock(channel.command);
    }

    public static boolean channel_is_shut(HostChannel channel) {
        mutex_lock(channel.command);
        boolean shut = channel.shut;
        mutex_unlock(channel.command);
        return shut;
    }

    /// Gives interrupt and registers back.
    public static void channel_stop(HostChannel channel, PlatformDevice pdev) {
        free_irq(pdev.irq(), channel);
        iounmap(channel.base);
    }

    /// Fetches a byte; where there is none and the caller is going to wait, asks the host to say when one comes.
    ///
    /// @return the byte, -EAGAIN, or -ENODEV where the channel is shut
    public static int channel_read(HostChannel channel, boolean nowait) {
        mutex_lock(channel.command);
        int result = channel.shut ? -Errno.ENODEV : fetch(channel, nowait);
        mutex_unlock(channel.command);
        return result;
    }

    private static int fetch(HostChannel channel, boolean nowait) {
        int result = channel_cmd(channel, CMD_READ);
        if (result != ERROR_AGAIN) {
            return result;
        }
        if (!nowait) {
            channel_cmd(channel, CMD_WAKE_ON_READ);
        }
        return -Errno.EAGAIN;
    }

    private static int channel_cmd(HostChannel channel, int cmd) {
        writel(cmd, channel.base, PIPE_CMD);
        return readl(channel.base, PIPE_RESULT);
    }

    /// What poll shows, or -ENODEV where the channel is shut.
    public static int channel_poll(HostChannel channel) {
        mutex_lock(channel.command);
        int mask = channel.shut ? -Errno.ENODEV : channel_cmd(channel, CMD_POLL) == 0 ? 0 : Poll.EPOLLIN;
        mutex_unlock(channel.command);
        return mask;
    }

    /// How often the host has signalled: to be asked for before [#channel_read], and waited upon until it is another.
    public static int channel_signals(HostChannel channel) {
        spin_lock_irqsave(channel.lock);
        int signals = channel.signals;
        spin_unlock_irqrestore(channel.lock);
        return signals;
    }
}
