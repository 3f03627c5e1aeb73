package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.TimerList.timer_delete_sync;
import static dev.yank.harness.kernel.WorkStruct.flush_work;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: the timer is stopped first, and then the work that is waited for arms
/// it again.
///
/// Source: CVE-2022-49059, nfc: nci: add flush_workqueue to prevent uaf, 2022.
@UnderTest(
        name = "sampler-work-arms-timer",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Deletes the timer and then flushes the work that arms it.")
public final class WorkArmsTimer extends TimerAndWork {

    @Override
    void sampling_stop(TimerAndWorkState sampler) {
        timer_delete_sync(sampler.timer);
        flush_work(sampler.work);
    }
}
