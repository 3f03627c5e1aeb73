package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.TimerList.timer_delete_sync;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: deletes the timer while the interrupt can still arm it again.
@UnderTest(
        name = "sampler-timer-rearmed",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Deletes the timer before it frees the interrupt that arms it.")
public final class RearmsTimer extends TimerSampler {

    @Override
    void quiesce(TimerSamplerState sampler) {
        timer_delete_sync(sampler.timer);
        free_irq(sampler.pdev.irq(), sampler);
    }
}
