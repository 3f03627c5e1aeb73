package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.TaskletStruct.tasklet_is_scheduled;
import static dev.yank.harness.kernel.TaskletStruct.tasklet_kill;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: leaves the tasklet alone where it is not scheduled, though it may be
/// running.
@UnderTest(
        name = "sampler-tasklet-not-scheduled",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Takes a tasklet that is not scheduled for one that is stopped.")
public final class TaskletNotScheduled extends TaskletSampler {

    @Override
    void sampling_stop(TaskletSamplerState sampler) {
        if (tasklet_is_scheduled(sampler.tasklet)) {
            tasklet_kill(sampler.tasklet);
        }
    }
}
