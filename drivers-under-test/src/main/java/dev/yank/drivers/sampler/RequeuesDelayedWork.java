package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.DelayedWork.flush_delayed_work;
import static dev.yank.harness.kernel.Irq.free_irq;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: flushes the work, after which the interrupt queues it again.
///
/// Source: CVE-2025-68282, usb: gadget: udc: fix use-after-free in usb_gadget_state_work, 2025.
@UnderTest(
        name = "sampler-delayed-work-requeued",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Flushes the delayed work before it frees the interrupt that queues it.")
public final class RequeuesDelayedWork extends DelayedWorkSampler {

    @Override
    void quiesce(DelayedWorkSamplerState sampler) {
        flush_delayed_work(sampler.work);
        free_irq(sampler.pdev.irq(), sampler);
    }
}
