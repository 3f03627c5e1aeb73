package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.TimerList.timer_delete;

import dev.yank.harness.kernel.TimerList;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R40 and nothing else: disarms the timer of the module without waiting for a callback that
/// runs.
@UnderTest(
        name = "sampler-module-leaves-timer",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        operations = {"unload"},
        breaks = "R40",
        summary = "Does not wait for the timer of the module before its code goes.")
public final class LeavesTimerAtExit extends ModuleSampler {

    @Override
    void stop_statistics(TimerList timer) {
        timer_delete(timer);
    }
}
