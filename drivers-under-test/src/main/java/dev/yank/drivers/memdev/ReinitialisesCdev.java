package dev.yank.drivers.memdev;

import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R37 and nothing else: one cdev serves every instance, and is initialised anew for the next one while files of
/// the one before still refer to it.
///
/// Source: CVE-2026-31606, usb: gadget: f_hid: don't call cdev_init while cdev in use, Linux kernel CVE team, 2026.
@UnderTest(
        name = "scratch-memdev-reinitialises-cdev",
        device = "scratch",
        policy = ScratchMemdev.POLICY,
        breaks = "R37",
        summary = "The cdev of the old instance is initialised again for the new one.")
public final class ReinitialisesCdev extends ScratchMemdev {

    private final Cdev cdev = new Cdev();

    @Override
    Cdev cdev_of(Memdev cxlmd) {
        return cdev;
    }
}
