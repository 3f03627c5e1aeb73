package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.TaskletStruct.tasklet_kill;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: kills the tasklet while the interrupt can still schedule it.
@UnderTest(
        name = "sampler-tasklet-rescheduled",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Kills the tasklet before it frees the interrupt that schedules it.")
public final class ReschedulesTasklet extends TaskletSampler {

    @Override
    void quiesce(TaskletSamplerState sampler) {
        tasklet_kill(sampler.tasklet);
        free_irq(sampler.pdev.irq(), sampler);
    }
}
