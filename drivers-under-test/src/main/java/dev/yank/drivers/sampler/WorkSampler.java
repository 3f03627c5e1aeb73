package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.WorkStruct.cancel_work_sync;
import static dev.yank.harness.kernel.WorkStruct.init_work;
import static dev.yank.harness.kernel.WorkStruct.schedule_work;

import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: samples in work. The interrupt queues it, so the interrupt is freed first, and then the
/// work is cancelled.
@UnderTest(
        name = "sampler-work",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        summary = "Samples in work, which is cancelled once the interrupt is freed.")
public class WorkSampler extends SamplerDriver<WorkSamplerState> {

    @Override
    final WorkSamplerState alloc(PlatformDevice pdev, Iomem base) {
        return new WorkSamplerState(pdev, base, this);
    }

    @Override
    final int sampling_init(WorkSamplerState sampler) {
        init_work(sampler.work, () -> sample(sampler));
        return 0;
    }

    @Override
    final void sample_later(WorkSamplerState sampler) {
        schedule_work(sampler.work);
    }

    @Override
    void sampling_stop(WorkSamplerState sampler) {
        cancel_work_sync(sampler.work);
    }
}
