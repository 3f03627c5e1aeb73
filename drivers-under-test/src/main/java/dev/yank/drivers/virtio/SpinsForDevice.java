package dev.yank.drivers.virtio;

import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Iomem.cpu_relax;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R43 and nothing else: goes round until the device answers, which one that needs a reset does not.
@UnderTest(
        name = "virtio-reg-spins",
        device = "virtio",
        policy = VirtioReg.POLICY,
        operations = {"misbehave"},
        breaks = "R43",
        summary = "Busy-waits for the device, whatever becomes of it.")
public final class SpinsForDevice extends VirtioReg {

    @Override
    void wait_done(VirtReg reg, Request request) {
        while (atomic_read(request.done) == 0) {
            cpu_relax();
        }
    }
}
