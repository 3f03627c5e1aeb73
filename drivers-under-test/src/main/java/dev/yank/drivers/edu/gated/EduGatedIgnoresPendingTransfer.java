package dev.yank.drivers.edu.gated;

import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R22: remove does not wake who waits for an interrupt that a device which is gone will never raise.
@UnderTest(
        name = "edu-gated-ignores-pending-transfer",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R22",
        summary = "Remove does not wake a transfer that waits for its interrupt.")
public final class EduGatedIgnoresPendingTransfer extends EduGated {

    @Override
    void wake_sleepers(Edu edu) {}

    /// Nobody watches over the transfer either.
    @Override
    void edu_wait_dma(Edu edu) {
        wait_event(edu.wait, () -> atomic_read(edu.dma_done) != 0);
    }
}
