package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Irq.request_threaded_irq;
import static dev.yank.harness.kernel.IrqHandler.IRQ_HANDLED;
import static dev.yank.harness.kernel.IrqHandler.IRQ_NONE;
import static dev.yank.harness.kernel.IrqHandler.IRQ_WAKE_THREAD;

import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: samples in the thread of its interrupt, for which `free_irq` waits as for the handler.
@UnderTest(
        name = "sampler-threaded-irq",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        summary = "Samples in the thread of its interrupt.")
public class ThreadedIrqSampler extends SamplerDriver<Sampler> {

    @Override
    final Sampler alloc(PlatformDevice pdev, Iomem base) {
        return new Sampler(pdev, base, this);
    }

    @Override
    final int sampling_init(Sampler sampler) {
        return 0;
    }

    @Override
    final int setup_irq(Sampler sampler) {
        return request_threaded_irq(
                sampler.pdev.irq(),
                (_, _) -> readl(sampler.base, Sampler.STATUS) == 0 ? IRQ_NONE : IRQ_WAKE_THREAD,
                (_, _) -> thread(sampler),
                "sampler",
                sampler);
    }

    private int thread(Sampler sampler) {
        interrupt(sampler);
        return IRQ_HANDLED;
    }

    @Override
    final void sample_later(Sampler sampler) {
        sample(sampler);
    }

    @Override
    final void sampling_stop(Sampler sampler) {}
}
