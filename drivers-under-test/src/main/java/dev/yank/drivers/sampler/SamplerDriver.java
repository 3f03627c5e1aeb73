package dev.yank.drivers.sampler;

import static dev.yank.drivers.sampler.Sampler.DATA;
import static dev.yank.drivers.sampler.Sampler.STATUS;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Errno.ENOMEM;
import static dev.yank.harness.kernel.Iomem.ioremap;
import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.IrqHandler.IRQ_HANDLED;
import static dev.yank.harness.kernel.IrqHandler.IRQ_NONE;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.init_rwsem;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;

/// Binding and unbinding, and the interrupt: acknowledges, and has the register looked at later. How, each driver
/// says.
///
/// @param <S> the state, with what is needed to sample later
abstract class SamplerDriver<S extends Sampler> extends SamplerFops implements PlatformDriver {

    static final String POLICY = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop";

    @Override
    public final String compatible() {
        return "yank,scratch";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Iomem base = ioremap(pdev.res());
        if (base == null) {
            return -ENOMEM;
        }
        S sampler = kzalloc(alloc(pdev, base));
        if (sampler == null) {
            iounmap(base);
            return -ENOMEM;
        }
        kref_init(sampler.kref);
        init_rwsem(sampler.gate);
        platform_set_drvdata(pdev, sampler);
        int err = go_live(sampler);
        if (err != 0) {
            platform_set_drvdata(pdev, null);
            kfree(sampler); // nobody else has seen it
            iounmap(base);
        }
        return err;
    }

    private int go_live(S sampler) {
        @Var int err = sampling_init(sampler);
        if (err != 0) {
            return err;
        }
        err = setup_irq(sampler);
        if (err == 0) {
            err = misc_register(sampler.misc);
            if (err == 0) {
                return 0;
            }
            free_irq(sampler.pdev.irq(), sampler);
        }
        sampling_stop(sampler);
        return err;
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        S sampler = platform_get_drvdata(pdev);
        misc_deregister(sampler.misc);
        atomic_set(sampler.dying, 1);
        down_write(sampler.gate); // whoever is inside leaves, and nobody gets past `dying` afterwards
        up_write(sampler.gate);
        quiesce(sampler);
        iounmap(sampler.base);
        sampler_gone(sampler);
        sampler_put(sampler);
    }

    final int interrupt(S sampler) {
        if (readl(sampler.base, STATUS) == 0) {
            return IRQ_NONE;
        }
        writel(1, sampler.base, STATUS);
        sample_later(sampler);
        return IRQ_HANDLED;
    }

    static void sample(Sampler sampler) {
        atomic_set(sampler.sampled, readl(sampler.base, DATA));
    }

    // What the drivers do each in its way.

    abstract S alloc(PlatformDevice pdev, Iomem base);

    /// Prepares what samples.
    ///
    /// @return 0 or a negative errno
    abstract int sampling_init(S sampler);

    /// In the interrupt handler.
    abstract void sample_later(S sampler);

    /// Stops what samples for good, where no interrupt can ask for it any more.
    abstract void sampling_stop(S sampler);

    int setup_irq(S sampler) {
        return request_irq(sampler.pdev.irq(), (_, _) -> interrupt(sampler), "sampler", sampler);
    }

    /// When the registers are gone there is nothing left to do.
    void sampler_gone(S sampler) {}

    /// First that which asks for samples, then that which takes them.
    void quiesce(S sampler) {
        free_irq(sampler.pdev.irq(), sampler);
        sampling_stop(sampler);
    }
}
