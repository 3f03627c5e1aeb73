package dev.yank.drivers.scratch;

import static dev.yank.harness.kernel.rust.Drvdata.drvdata_borrow;

import dev.yank.drivers.scratch.ScratchData.Shared;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R14 and nothing else: suspend and resume borrow the private data as what it holds, not as what it is.
@UnderTest(
        name = "scratch-rust-wrong-type",
        device = "scratch",
        policy = RustScratch.POLICY,
        breaks = "R14",
        summary = "suspend borrows the private data as another type than probe has set.")
public final class WrongType extends RustScratch {

    @Override
    int awake(Device dev) {
        try (var data = drvdata_borrow(dev, Shared.class)) {
            return data == null ? -Errno.ENODEV : 0;
        }
    }
}
