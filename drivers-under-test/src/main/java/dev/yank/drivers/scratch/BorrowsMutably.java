package dev.yank.drivers.scratch;

import static dev.yank.harness.kernel.rust.Drvdata.drvdata_borrow_mut;

import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.Foreign.Borrowed;
import dev.yank.harness.kernel.rust.KBox;
import org.jspecify.annotations.Nullable;

/// Breaks R16 and nothing else: the interrupt handler borrows the private data mutably, though others may be
/// looking at it.
@UnderTest(
        name = "scratch-rust-borrows-mutably",
        device = "scratch",
        policy = RustScratch.POLICY,
        breaks = "R16",
        summary = "The interrupt handler borrows mutably what others borrow too.")
public final class BorrowsMutably extends RustScratch {

    @Override
    @Nullable
    Borrowed<KBox<ScratchData>> borrow_in_handler(Device dev) {
        return drvdata_borrow_mut(dev, ScratchData.class);
    }
}
