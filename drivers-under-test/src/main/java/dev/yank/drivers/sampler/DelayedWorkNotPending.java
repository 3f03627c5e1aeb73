package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.DelayedWork.delayed_work_pending;
import static dev.yank.harness.kernel.DelayedWork.disable_delayed_work_sync;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: leaves the work alone where its timer is not pending, though it may be
/// running.
@UnderTest(
        name = "sampler-delayed-work-not-pending",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Takes delayed work that is not pending for work that is done.")
public final class DelayedWorkNotPending extends DelayedWorkSampler {

    @Override
    void sampling_stop(DelayedWorkSamplerState sampler) {
        if (delayed_work_pending(sampler.work)) {
            disable_delayed_work_sync(sampler.work);
        }
    }
}
