package dev.yank.drivers.virtio;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R43 and nothing else: copies as much as the device says it has written.
///
/// Sources: CVE-2021-47352, virtio-net: Add validation for used length, 2021; CVE-2026-64456, hwrng: virtio:
/// clamp device-reported used.len, 2026.
@UnderTest(
        name = "virtio-reg-trusts-length",
        device = "virtio",
        policy = VirtioReg.POLICY,
        operations = {"misbehave"},
        breaks = "R43",
        summary = "Copies as many bytes as the device says.")
public final class TrustsLength extends VirtioReg {

    @Override
    boolean is_length(int len) {
        return true;
    }
}
