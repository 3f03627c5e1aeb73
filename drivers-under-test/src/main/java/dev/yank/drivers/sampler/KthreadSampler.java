package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Atomic.atomic_xchg;
import static dev.yank.harness.kernel.Errno.ENOMEM;
import static dev.yank.harness.kernel.Kthread.kthread_run;
import static dev.yank.harness.kernel.Kthread.kthread_should_stop;
import static dev.yank.harness.kernel.Kthread.kthread_stop;
import static dev.yank.harness.kernel.WaitQueueHead.init_waitqueue_head;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Kthread;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;
import java.util.Objects;

/// Conforms: samples in a thread of its own, which is stopped before anything goes that it uses.
@UnderTest(
        name = "sampler-kthread",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        summary = "Samples in a kernel thread, which is stopped once the interrupt is freed.")
public class KthreadSampler extends SamplerDriver<KthreadSamplerState> {

    @Override
    final KthreadSamplerState alloc(PlatformDevice pdev, Iomem base) {
        return new KthreadSamplerState(pdev, base, this);
    }

    @Override
    final int sampling_init(KthreadSamplerState sampler) {
        init_waitqueue_head(sampler.wait);
        Kthread thread = kthread_run(() -> sampler_thread(sampler), "sampler");
        sampler.thread = thread;
        return thread == null ? -ENOMEM : 0;
    }

    private static void sampler_thread(KthreadSamplerState sampler) {
        while (!kthread_should_stop()) {
            wait_event_interruptible(sampler.wait, () -> atomic_read(sampler.wanted) != 0 || kthread_should_stop());
            if (atomic_xchg(sampler.wanted, 0) != 0) {
                sample(sampler);
            }
        }
    }

    @Override
    final void sample_later(KthreadSamplerState sampler) {
        atomic_set(sampler.wanted, 1);
        wake_up(sampler.wait);
    }

    @Override
    void sampling_stop(KthreadSamplerState sampler) {
        kthread_stop(Objects.requireNonNull(sampler.thread));
    }
}
