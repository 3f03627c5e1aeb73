package dev.yank.drivers.virtio;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R43 and nothing else: goes through as many buffers as the device says it has given back, and skips
/// those that it does not know.
@UnderTest(
        name = "virtio-reg-trusts-index",
        device = "virtio",
        policy = VirtioReg.POLICY,
        operations = {"misbehave"},
        breaks = "R43",
        summary = "Follows the index of the device however far it jumps.")
public final class TrustsIndex extends VirtioReg {

    @Override
    boolean is_possible(int jump) {
        return true;
    }

    @Override
    void unknown_id(VirtReg reg) {}
}
