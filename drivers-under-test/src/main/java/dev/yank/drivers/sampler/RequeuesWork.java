package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.WorkStruct.cancel_work_sync;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: cancels the work while the interrupt can still queue it again.
/// Disabling it would have done.
///
/// Source: CVE-2024-58241, Bluetooth: hci_core: Disable works on hci_unregister_dev, 2024.
@UnderTest(
        name = "sampler-work-requeued",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        breaks = "R24",
        summary = "Cancels the work before it frees the interrupt that queues it.")
public final class RequeuesWork extends WorkSampler {

    @Override
    void quiesce(WorkSamplerState sampler) {
        cancel_work_sync(sampler.work);
        free_irq(sampler.pdev.irq(), sampler);
    }
}
