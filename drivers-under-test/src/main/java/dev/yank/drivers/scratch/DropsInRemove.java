package dev.yank.drivers.scratch;

import static dev.yank.harness.kernel.Device.dev_set_drvdata;
import static dev.yank.harness.kernel.rust.Drvdata.drvdata_obtain;

import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.KBox;

/// Breaks R13 and nothing else: remove takes the private data out of the device and drops it, before devres frees
/// the interrupt, which borrows it.
///
/// Source: Linux kernel, a995fe1a3aa7, which moved the drop to after devres, D. Krummrich, 2026.
@UnderTest(
        name = "scratch-rust-drops-in-remove",
        device = "scratch",
        policy = RustScratch.POLICY,
        breaks = "R13",
        summary = "remove drops the private data, and the interrupt still borrows it.")
public final class DropsInRemove extends RustScratch {

    @Override
    public void remove(PlatformDevice pdev) {
        super.remove(pdev);
        KBox<ScratchData> data = drvdata_obtain(pdev.dev(), ScratchData.class);
        dev_set_drvdata(pdev.dev(), null);
        if (data != null) {
            data.drop();
        }
    }
}
