package dev.yank.drivers.regulator;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R36 and nothing else: the core keeps the way to the driver when the supply is unregistered, as
/// the regulator core of Linux does, which warns if anybody still consumes the supply and goes on. The next
/// call of a consumer ends in memory that devres has freed.
///
/// Sources: `drivers/regulator/core.c`, Linux kernel, L. Girdwood, 2008; Linux Kernel Mailing List,
/// Maintainers Summit discussion on Rust in the kernel, digest, A. Lutomirski, 2021: suppliers may sit on
/// devices that can be unplugged.
@UnderTest(
        name = "scratch-regulator-keeps-driver",
        device = "scratch",
        policy = ScratchRegulator.POLICY,
        breaks = "R36",
        summary = "A supply is unregistered while its consumers can still call the driver.")
public final class KeepsDriver extends ScratchRegulator {

    @Override
    void give_up(RegulatorDev rdev) {}
}
