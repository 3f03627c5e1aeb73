package dev.yank.drivers.pl061.disconnect;

import static dev.yank.drivers.pl061.disconnect.CallGate.is_disconnected;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R6 and nothing else: its get counts also where it returns an error, as `pm_runtime_get_sync` does, and its
/// caller takes an error for nothing done.
///
/// Source: anti-pattern 1 of L. He et al., One Simple API Can Cause Hundreds of Bugs, SOSP, 2023.
@UnderTest(
        name = "pl061-cdev-disconnect-counts-failed-get",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R6",
        summary = "A get that answers with an error has counted all the same.")
public final class CountsFailedGet extends CdevDisconnect {

    @Override
    @Nullable
    State lookup(Inode inode) {
        State state = super.lookup(inode);
        return state == null || state_get_sync(state) < 0 ? null : state;
    }

    /// The reference is taken already, whatever this answers.
    private static int state_get_sync(State state) {
        return is_disconnected(state.gate) ? -Errno.ENXIO : 0;
    }
}
