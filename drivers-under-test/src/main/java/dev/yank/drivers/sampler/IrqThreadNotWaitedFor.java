package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.Irq.disable_irq_nosync;
import static dev.yank.harness.kernel.Irq.enable_irq;
import static dev.yank.harness.kernel.Irq.free_irq;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: masks the interrupt, which keeps the next one away but does not stop
/// the thread that runs.
@UnderTest(
        name = "sampler-threaded-irq-not-waited-for",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Masks the interrupt without waiting for its thread before the registers go.")
public final class IrqThreadNotWaitedFor extends ThreadedIrqSampler {

    @Override
    void quiesce(Sampler sampler) {
        disable_irq_nosync(sampler.pdev.irq());
    }

    @Override
    void sampler_gone(Sampler sampler) {
        free_irq(sampler.pdev.irq(), sampler);
        enable_irq(sampler.pdev.irq());
    }
}
