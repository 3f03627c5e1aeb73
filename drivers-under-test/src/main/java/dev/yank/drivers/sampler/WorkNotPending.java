package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.WorkStruct.cancel_work_sync;
import static dev.yank.harness.kernel.WorkStruct.work_pending;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: leaves the work alone where it is not pending, though it may be
/// running.
@UnderTest(
        name = "sampler-work-not-pending",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Takes work that is not pending for work that is done.")
public final class WorkNotPending extends WorkSampler {

    @Override
    void sampling_stop(WorkSamplerState sampler) {
        if (work_pending(sampler.work)) {
            cancel_work_sync(sampler.work);
        }
    }
}
