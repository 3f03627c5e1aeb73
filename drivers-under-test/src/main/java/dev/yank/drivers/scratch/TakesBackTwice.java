package dev.yank.drivers.scratch;

import dev.yank.drivers.scratch.ScratchData.Shared;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.Arc;
import dev.yank.harness.kernel.rust.Foreign;

/// Breaks R15 and nothing else: release takes the reference of a file back twice.
@UnderTest(
        name = "scratch-rust-takes-back-twice",
        device = "scratch",
        policy = RustScratch.POLICY,
        breaks = "R15",
        summary = "release takes the reference of a file back twice.")
public final class TakesBackTwice extends RustScratch {

    @Override
    void release(Foreign<Arc<Shared>> pointer) {
        Arc<Shared> shared = pointer.from_foreign();
        super.release(pointer);
        shared.get();
    }
}
