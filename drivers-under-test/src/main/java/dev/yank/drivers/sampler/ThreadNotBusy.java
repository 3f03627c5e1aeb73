package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.Atomic.atomic_read;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: stops the thread only where it has something to do, and takes one that
/// sleeps, or has just begun, for one that is gone.
@UnderTest(
        name = "sampler-kthread-not-busy",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Takes a thread with nothing to do for one that is gone.")
public final class ThreadNotBusy extends KthreadSampler {

    @Override
    void sampling_stop(KthreadSamplerState sampler) {
        if (atomic_read(sampler.wanted) != 0) {
            super.sampling_stop(sampler);
        }
    }
}
