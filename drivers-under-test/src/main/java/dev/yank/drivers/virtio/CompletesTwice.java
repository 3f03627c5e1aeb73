package dev.yank.drivers.virtio;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R43 and nothing else: keeps a request that came back, so that one which comes back twice is
/// completed and put twice.
@UnderTest(
        name = "virtio-reg-completes-twice",
        device = "virtio",
        policy = VirtioReg.POLICY,
        operations = {"misbehave"},
        breaks = "R43",
        summary = "Completes a request as often as the device gives it back.")
public final class CompletesTwice extends VirtioReg {

    @Override
    void forget(VirtReg reg, int id) {}
}
