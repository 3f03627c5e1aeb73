package dev.yank.drivers.sampler;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: nobody stops the thread when the driver lets go.
///
/// Source: CVE-2025-68804, platform/chrome: cros_ec_ishtp: Fix UAF after unbinding driver, 2025.
@UnderTest(
        name = "sampler-kthread-never-stopped",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Never stops its thread.")
public final class KeepsThread extends KthreadSampler {

    @Override
    void sampling_stop(KthreadSamplerState sampler) {}
}
