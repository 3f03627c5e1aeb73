package dev.yank.drivers.virtio;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R44 and nothing else: resets the device and only then sees to it that nobody tells it to work.
///
/// Source: CVE-2025-38064, virtio: break and reset virtio devices on device_shutdown(), 2025.
@UnderTest(
        name = "virtio-reg-notifies-after-reset",
        device = "virtio",
        policy = VirtioReg.POLICY,
        operations = {"misbehave"},
        breaks = "R44",
        summary = "Resets the device while operations can still tell it to work.")
public final class NotifiesAfterReset extends VirtioReg {

    @Override
    void shut_down(VirtReg reg) {
        reset(reg);
        drain(reg);
    }
}
