package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.DelayedWork.disable_delayed_work_sync;
import static dev.yank.harness.kernel.DelayedWork.init_delayed_work;
import static dev.yank.harness.kernel.DelayedWork.schedule_delayed_work;

import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: samples in delayed work, and disables that for good before anything goes that it uses.
@UnderTest(
        name = "sampler-delayed-work",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        summary = "Samples in delayed work, which nobody can queue once it is disabled.")
public class DelayedWorkSampler extends SamplerDriver<DelayedWorkSamplerState> {

    @Override
    final DelayedWorkSamplerState alloc(PlatformDevice pdev, Iomem base) {
        return new DelayedWorkSamplerState(pdev, base, this);
    }

    @Override
    final int sampling_init(DelayedWorkSamplerState sampler) {
        init_delayed_work(sampler.work, () -> sample(sampler));
        return 0;
    }

    @Override
    final void sample_later(DelayedWorkSamplerState sampler) {
        schedule_delayed_work(sampler.work, 1);
    }

    @Override
    void sampling_stop(DelayedWorkSamplerState sampler) {
        disable_delayed_work_sync(sampler.work);
    }
}
