package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.TaskletStruct.tasklet_kill;
import static dev.yank.harness.kernel.TaskletStruct.tasklet_schedule;
import static dev.yank.harness.kernel.TaskletStruct.tasklet_setup;

import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: samples in a tasklet. Killing it keeps nobody from scheduling it, so the interrupt is
/// freed first.
@UnderTest(
        name = "sampler-tasklet",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        summary = "Samples in a tasklet, which is killed once the interrupt is freed.")
public class TaskletSampler extends SamplerDriver<TaskletSamplerState> {

    @Override
    final TaskletSamplerState alloc(PlatformDevice pdev, Iomem base) {
        return new TaskletSamplerState(pdev, base, this);
    }

    @Override
    final int sampling_init(TaskletSamplerState sampler) {
        tasklet_setup(sampler.tasklet, () -> sample(sampler));
        return 0;
    }

    @Override
    final void sample_later(TaskletSamplerState sampler) {
        tasklet_schedule(sampler.tasklet);
    }

    @Override
    void sampling_stop(TaskletSamplerState sampler) {
        tasklet_kill(sampler.tasklet);
    }
}
