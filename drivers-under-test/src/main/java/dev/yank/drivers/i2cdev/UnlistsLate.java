package dev.yank.drivers.i2cdev;

import static dev.yank.harness.kernel.Cdev.cdev_del;
import static dev.yank.harness.kernel.Slab.kfree;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R42 and nothing else: the adapter stays in the table until it has been torn down, and an open finds what is
/// freed already.
///
/// Source: CVE-2026-64279, i2c: core: fix adapter deregistration race, Linux kernel CVE team, 2026.
@UnderTest(
        name = "scratch-i2c-dev-unlists-late",
        device = "scratch",
        policy = ScratchI2c.POLICY,
        breaks = "R42",
        summary = "The adapter is left in the table until after its teardown.")
public final class UnlistsLate extends ScratchI2c {

    @Override
    void i2c_del_adapter(Adapter adap) {
        int nr = adap.nr;
        cdev_del(adap.node);
        wait_for_last_close(adap);
        kfree(adap);
        unlist(nr);
    }
}
