package dev.yank.drivers.virtio;

import static dev.yank.harness.kernel.Vring.vring_desc_next;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R43 and nothing else: frees the chain of descriptors along the table in shared memory, which the
/// device can write to.
@UnderTest(
        name = "virtio-reg-follows-ring",
        device = "virtio",
        policy = VirtioReg.POLICY,
        operations = {"misbehave"},
        breaks = "R43",
        summary = "Frees descriptors along a chain that the device can change.")
public final class FollowsRing extends VirtioReg {

    @Override
    void free_chain(VirtReg reg, int id) {
        reg.busy[id] = false;
        reg.busy[vring_desc_next(reg.ring, id)] = false;
    }
}
