package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.TimerList.mod_timer;
import static dev.yank.harness.kernel.TimerList.timer_setup;
import static dev.yank.harness.kernel.TimerList.timer_shutdown_sync;

import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: samples in a timer. The interrupt arms it, so the interrupt is freed first, and then the
/// timer is shut down.
@UnderTest(
        name = "sampler-timer",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        summary = "Samples in a timer, which is shut down once the interrupt is freed.")
public class TimerSampler extends SamplerDriver<TimerSamplerState> {

    @Override
    final TimerSamplerState alloc(PlatformDevice pdev, Iomem base) {
        return new TimerSamplerState(pdev, base, this);
    }

    @Override
    final int sampling_init(TimerSamplerState sampler) {
        timer_setup(sampler.timer, () -> sample(sampler));
        return 0;
    }

    @Override
    final void sample_later(TimerSamplerState sampler) {
        mod_timer(sampler.timer, 1);
    }

    @Override
    void sampling_stop(TimerSamplerState sampler) {
        timer_shutdown_sync(sampler.timer);
    }
}
