package dev.yank.drivers.virtio;

import static dev.yank.harness.kernel.Vring.vring_used_len;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R43 and nothing else: checks the length, and then reads it again from shared memory to copy so
/// much.
@UnderTest(
        name = "virtio-reg-fetches-twice",
        device = "virtio",
        policy = VirtioReg.POLICY,
        operations = {"misbehave"},
        breaks = "R43",
        summary = "Reads the length again after it has checked it.")
public final class FetchesTwice extends VirtioReg {

    @Override
    int length_again(VirtReg reg, int at, int len) {
        return vring_used_len(reg.ring, VirtReg.NUM, at);
    }
}
