package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.TimerList.timer_pending;
import static dev.yank.harness.kernel.TimerList.timer_shutdown_sync;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: leaves the timer alone where it is not pending, though its callback may
/// be running.
///
/// Source: CVE-2025-39859, ptp: ocp: fix use-after-free bugs causing by ptp_ocp_watchdog, 2025.
@UnderTest(
        name = "sampler-timer-not-pending",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Takes a timer that is not pending for one that is stopped.")
public final class TimerNotPending extends TimerSampler {

    @Override
    void sampling_stop(TimerSamplerState sampler) {
        if (timer_pending(sampler.timer)) {
            timer_shutdown_sync(sampler.timer);
        }
    }
}
