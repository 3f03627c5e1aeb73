package dev.yank.drivers.goldfish;

import static dev.yank.drivers.goldfish.PipeDev.PIPE_GET_SIGNALLED;
import static dev.yank.harness.kernel.Iomem.devm_ioremap_resource;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Kref.kref_put;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.Spinlock.spin_lock_irqsave;
import static dev.yank.harness.kernel.Spinlock.spin_unlock_irqrestore;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.goldfish.PipeDev.Pipes;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.IrqHandler;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: goldfish_pipe with its defects put right. The node comes last and its going is undone where
/// something fails; remove wakes who reads, stops the interrupt before anything it uses is freed, and leaves the
/// rest to the last close, which does not talk to the device any more.
///
/// Not final, because its twins have one of the defects each.
///
/// Source: `drivers/platform/goldfish/goldfish_pipe.c`, Linux kernel, Google, 2011-2017.
@UnderTest(
        name = "goldfish-pipe",
        device = "pipe",
        policy = GoldfishPipe.POLICY,
        summary = "The goldfish pipe driver with its five defects put right.")
public class GoldfishPipe implements PlatformDriver {

    static final String POLICY = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop";

    @Override
    public final String compatible() {
        return "google,goldfish-pipe";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Iomem base = devm_ioremap_resource(pdev.dev(), pdev.res());
        if (base == null) {
            return -Errno.ENOMEM;
        }
        PipeDev dev = kzalloc(new PipeDev(new PipeFops(this), pdev.dev()));
        if (dev == null) {
            return -Errno.ENOMEM;
        }
        kref_init(dev.kref);
        dev.base = base;
        platform_set_drvdata(pdev, dev);
        int err = goldfish_pipe_init(pdev, dev);
        if (err != 0) {
            put(dev);
        }
        return err;
    }

    private static int goldfish_interrupt(PipeDev dev) {
        if (readl(dev.base, PIPE_GET_SIGNALLED) == 0) {
            return IrqHandler.IRQ_NONE;
        }
        spin_lock_irqsave(dev.lock);
        dev.pipes.signals++;
        spin_unlock_irqrestore(dev.lock);
        wake_up(dev.wake_queue);
        return IrqHandler.IRQ_HANDLED;
    }

    @Override
    public void remove(PlatformDevice pdev) {
        PipeDev dev = platform_get_drvdata(pdev);
        mutex_lock(dev.command);
        dev.gone = true;
        mutex_unlock(dev.command);
        wake_readers(dev);
        stop_irq(pdev, dev);
        misc_deregister(dev.misc);
        put(dev);
    }

    final void put(PipeDev dev) {
        kref_put(dev.kref, () -> pipe_dev_release(dev));
    }

    private static void pipe_dev_release(PipeDev dev) {
        kfree(dev.pipes);
        kfree(dev);
    }

    static int alloc_pipes(PipeDev dev) {
        Pipes pipes = kzalloc(new Pipes());
        if (pipes == null) {
            return -Errno.ENOMEM;
        }
        dev.pipes = pipes;
        return 0;
    }

    // What the twins do differently.

    /// `goldfish_pipe_device_init()`: what the pipes need, the interrupt, and the node last.
    int goldfish_pipe_init(PlatformDevice pdev, PipeDev dev) {
        @Var int err = alloc_pipes(dev);
        if (err != 0) {
            return err;
        }
        err = setup_irq(pdev, dev);
        if (err != 0) {
            return err;
        }
        err = misc_register(dev.misc);
        if (err != 0) {
            stop_irq(pdev, dev);
        }
        return err;
    }

    int setup_irq(PlatformDevice pdev, PipeDev dev) {
        return request_irq(pdev.irq(), (_, _) -> goldfish_interrupt(dev), "goldfish_pipe", dev);
    }

    void stop_irq(PlatformDevice pdev, PipeDev dev) {
        free_irq(pdev.irq(), dev);
    }

    void wake_readers(PipeDev dev) {
        wake_up(dev.wake_queue);
    }

    boolean tells_host_of_close(PipeDev dev) {
        return !dev.gone;
    }

    static int interrupt(PipeDev dev) {
        return goldfish_interrupt(dev);
    }
}
