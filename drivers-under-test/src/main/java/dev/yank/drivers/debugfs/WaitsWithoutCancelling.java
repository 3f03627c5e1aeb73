package dev.yank.drivers.debugfs;

import static dev.yank.harness.kernel.Completion.wait_for_completion;
import static dev.yank.harness.kernel.Refcount.refcount_dec_and_test;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R22 and nothing else: the test whether somebody is still inside was the wrong way round, so that where
/// somebody is, removal waits at once and cancels nothing. Whoever waits for the host waits for ever, and removal with
/// them.
///
/// Source: CVE-2024-35793, debugfs: fix wait/cancellation handling during remove, Linux kernel CVE team, 2024.
@UnderTest(
        name = "pipe-debugfs-waits-without-cancelling",
        device = "pipe",
        policy = ChannelDebugfs.POLICY,
        breaks = "R22",
        summary = "Removing the file waits for calls in flight and does not cancel those that sleep.")
public final class WaitsWithoutCancelling extends ChannelDebugfs {

    @Override
    void debugfs_file_removed(Dentry dentry) {
        if (!refcount_dec_and_test(dentry.active_users)) {
            wait_for_completion(dentry.active_users_drained);
        }
    }
}
