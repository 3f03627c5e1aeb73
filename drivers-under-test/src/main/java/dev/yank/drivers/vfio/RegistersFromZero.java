package dev.yank.drivers.vfio;

import static dev.yank.harness.kernel.Refcount.refcount_inc;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R1 and nothing else: who opens counts himself in without looking whether the last one has left. Removal has
/// been told that nobody has the device.
///
/// The same mistake: CVE-2025-71074, functionfs: fix the open/removal races, Linux kernel CVE team, 2026.
@UnderTest(
        name = "pipe-vfio-registers-from-zero",
        device = "pipe",
        policy = ChannelVfio.POLICY,
        breaks = "R1",
        summary = "open takes a registration that is gone.")
public final class RegistersFromZero extends ChannelVfio {

    @Override
    boolean vfio_device_try_get_registration(VfioDevice vdev) {
        refcount_inc(vdev.refcount);
        return true;
    }
}
