package dev.yank.drivers.debugfs;

import static dev.yank.drivers.debugfs.Dentry.cancel_all;
import static dev.yank.harness.kernel.Refcount.refcount_dec_and_test;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R21 and nothing else: removing the file does not wait for those who are inside, as before the proxy. Devres
/// frees what they use.
///
/// Source: `fs/debugfs/file.c`, Linux kernel, N. Stange, 2016: what the proxy was made for.
@UnderTest(
        name = "pipe-debugfs-removes-unprotected",
        device = "pipe",
        policy = ChannelDebugfs.POLICY,
        breaks = "R21",
        summary = "Removing the file does not wait for calls in flight.")
public final class RemovesUnprotected extends ChannelDebugfs {

    @Override
    void debugfs_file_removed(Dentry dentry) {
        if (!refcount_dec_and_test(dentry.active_users)) {
            cancel_all(dentry);
        }
    }
}
