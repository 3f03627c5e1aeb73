package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.TimerList.mod_timer;
import static dev.yank.harness.kernel.TimerList.timer_setup;
import static dev.yank.harness.kernel.TimerList.timer_shutdown_sync;
import static dev.yank.harness.kernel.WorkStruct.cancel_work_sync;
import static dev.yank.harness.kernel.WorkStruct.init_work;
import static dev.yank.harness.kernel.WorkStruct.schedule_work;

import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: the interrupt queues work, and the work arms a timer that looks whether all is well.
/// Whoever arms is stopped before what it arms.
@UnderTest(
        name = "sampler-timer-and-work",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        summary = "Work that arms a timer; each is stopped before that which it arms.")
public class TimerAndWork extends SamplerDriver<TimerAndWorkState> {

    @Override
    final TimerAndWorkState alloc(PlatformDevice pdev, Iomem base) {
        return new TimerAndWorkState(pdev, base, this);
    }

    @Override
    final int sampling_init(TimerAndWorkState sampler) {
        timer_setup(sampler.timer, () -> atomic_read(sampler.sampled));
        init_work(sampler.work, () -> sample_and_watch(sampler));
        return 0;
    }

    private static void sample_and_watch(TimerAndWorkState sampler) {
        sample(sampler);
        mod_timer(sampler.timer, 1);
    }

    @Override
    final void sample_later(TimerAndWorkState sampler) {
        schedule_work(sampler.work);
    }

    @Override
    void sampling_stop(TimerAndWorkState sampler) {
        cancel_work_sync(sampler.work);
        timer_shutdown_sync(sampler.timer);
    }
}
