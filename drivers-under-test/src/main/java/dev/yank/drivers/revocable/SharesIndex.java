package dev.yank.drivers.revocable;

import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.revocable.RevocableFops.Consumer;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R26 and nothing else: the first version of the revocable. The index of SRCU lies in the consumer, here one
/// for all files, so that threads overwrite it: one gives back the other's guard, and revoke waits for its own for
/// ever.
///
/// Source: Linux kernel, 62eb557580eb, T. Shih, reverted by 21bab791346e, J. Hovold, 2026.
@UnderTest(
        name = "scratch-revocable-shares-index",
        device = "scratch",
        policy = ScratchRevocable.POLICY,
        breaks = "R26",
        summary = "Threads that share a consumer overwrite each other's index of SRCU.")
public final class SharesIndex extends ScratchRevocable {

    @Var
    private int idx;

    @Override
    int enter(Consumer consumer) {
        int mine = super.enter(consumer);
        idx = WRITE_ONCE(mine);
        return mine;
    }

    @Override
    void leave(Consumer consumer, int mine) {
        super.leave(consumer, READ_ONCE(idx));
    }
}
