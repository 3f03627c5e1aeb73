package dev.yank.drivers.scratch;

import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.Foreign;
import dev.yank.harness.kernel.rust.KBox;

/// Breaks R15 and nothing else: release takes the box of a file back twice.
@UnderTest(
        name = "scratch-rust-takes-back-twice",
        device = "scratch",
        policy = RustScratch.POLICY,
        breaks = "R15",
        summary = "release takes the box of a file back twice.")
public final class TakesBackTwice extends RustScratch {

    @Override
    void release(Foreign<KBox<ScratchFileData>> pointer) {
        KBox<ScratchFileData> data = pointer.from_foreign();
        super.release(pointer);
        data.get();
    }
}
