package dev.yank.drivers.virtio;

import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R29 and nothing else: sleeps until the device answers, and a device that stays silent keeps remove
/// waiting for the sleeper.
@UnderTest(
        name = "virtio-reg-waits",
        device = "virtio",
        policy = VirtioReg.POLICY,
        operations = {"misbehave"},
        breaks = "R29",
        summary = "Sleeps until the device answers, also when the driver is to let go.")
public final class WaitsForDevice extends VirtioReg {

    @Override
    void wait_done(VirtReg reg, Request request) {
        wait_event(reg.wait, () -> atomic_read(request.done) != 0 || atomic_read(reg.broken) != 0);
    }
}
