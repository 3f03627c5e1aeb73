package dev.yank.drivers.debugfs;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R29 and nothing else: the driver removes the file under a lock that the calls on it take, too. Removal waits
/// for a call that waits for the lock.
///
/// Source: debugfs: annotate debugfs handlers vs. removal with lockdep, Linux kernel, J. Berg, 2023: what was to be
/// found with it.
@UnderTest(
        name = "pipe-debugfs-removes-under-lock",
        device = "pipe",
        policy = ChannelDebugfs.POLICY,
        breaks = "R29",
        summary = "The file is removed under a lock that its calls take.")
public final class RemovesUnderLock extends ChannelDebugfs {

    @Override
    void remove_file(ChannelState state) {
        mutex_lock(state.mutex);
        super.remove_file(state);
        mutex_unlock(state.mutex);
    }

    @Override
    void lock(ChannelState state) {
        mutex_lock(state.mutex);
    }

    @Override
    void unlock(ChannelState state) {
        mutex_unlock(state.mutex);
    }
}
