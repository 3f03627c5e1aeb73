package dev.yank.drivers.virtio;

import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R43 and nothing else: takes the number of a buffer from the device for the number of one.
///
/// Source: CVE-2026-72380, xen/pvcalls: bound backend response req_id, 2026, where it was the number of a
/// response.
@UnderTest(
        name = "virtio-reg-trusts-id",
        device = "virtio",
        policy = VirtioReg.POLICY,
        operations = {"misbehave"},
        breaks = "R43",
        summary = "Looks up a request by whatever number the device gives.")
public final class TrustsId extends VirtioReg {

    @Override
    @Nullable
    Request outstanding(VirtReg reg, int id) {
        return reg.inflight[id];
    }
}
