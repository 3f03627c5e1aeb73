package dev.yank.drivers.edu.gated;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R41 and nothing else: suspend waits for nobody, so that whoever is inside asks a device without power.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, D. Vetter, 2021.
@UnderTest(
        name = "edu-sleeps-under-transfers",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R41",
        summary = "Suspend waits for nobody before the device loses power.")
public final class EduSleepsUnderTransfers extends EduSleeps {

    @Override
    void wait_for_transfers(EduAsleep edu) {}
}
