package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.synchronize_irq;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: waits for the handler and its thread, and then takes the registers away
/// while the next interrupt can come.
@UnderTest(
        name = "sampler-threaded-irq-rearmed",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Synchronises with the interrupt instead of freeing it before the registers go.")
public final class IrqBackAfterSync extends ThreadedIrqSampler {

    @Override
    void quiesce(Sampler sampler) {
        synchronize_irq(sampler.pdev.irq());
    }

    @Override
    void sampler_gone(Sampler sampler) {
        free_irq(sampler.pdev.irq(), sampler);
    }
}
