package dev.yank.drivers.debugfs;

import static dev.yank.harness.kernel.Completion.complete;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Refcount.refcount_dec_and_test;
import static dev.yank.harness.kernel.Refcount.refcount_inc_not_zero;
import static dev.yank.harness.kernel.Rwonce.READ_ONCE;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Completion;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Refcount;
import org.jspecify.annotations.Nullable;

/// `struct dentry` of a file in debugfs, and its `struct debugfs_fsdata`. Whoever has found or opened it holds it: that
/// is what the device that the node holds is for.
///
/// Source: `fs/debugfs/file.c` and `internal.h`, Linux kernel, N. Stange, 2016-2017, and J. Berg, 2023.
final class Dentry {

    /// `struct debugfs_cancellation`: how to end a call that may wait for long.
    static final class Cancellation {

        private final Runnable cancel;

        @Var
        private @Nullable Cancellation next;

        @Var
        private boolean listed;

        Cancellation(Runnable cancel) {
            this.cancel = cancel;
        }
    }

    final Device d_lockref = new Device();
    final Cdev inode = new Cdev();

    /// Those who are inside, and one for as long as the file is there.
    final Refcount active_users = new Refcount();

    final Completion active_users_drained = new Completion();
    private final Mutex cancellations_mtx = new Mutex();

    @Var
    private @Nullable Cancellation cancellations;

    @Var
    boolean unlinked;

    /// What the driver gave.
    @Var
    FileOperations real_fops;

    Dentry(FileOperations real_fops) {
        this.real_fops = real_fops;
    }

    /// `debugfs_file_get()`: begins a call.
    ///
    /// @return 0, or -EIO where the file is removed
    static int debugfs_file_get(Dentry dentry) {
        if (READ_ONCE(dentry.unlinked) || !refcount_inc_not_zero(dentry.active_users)) {
            return -Errno.EIO;
        }
        return 0;
    }

    /// `debugfs_file_put()`: ends it.
    static void debugfs_file_put(Dentry dentry) {
        if (refcount_dec_and_test(dentry.active_users)) {
            complete(dentry.active_users_drained);
        }
    }

    /// `debugfs_enter_cancellation()`: from now on removing the file ends the call in this way. Where it is being
    /// removed already, whoever does so looks once more.
    static void debugfs_enter_cancellation(Dentry dentry, Cancellation cancellation) {
        mutex_lock(dentry.cancellations_mtx);
        cancellation.next = dentry.cancellations;
        cancellation.listed = true;
        dentry.cancellations = cancellation;
        mutex_unlock(dentry.cancellations_mtx);
        if (READ_ONCE(dentry.unlinked)) {
            complete(dentry.active_users_drained);
        }
    }

    /// `debugfs_leave_cancellation()`.
    @SuppressWarnings("ReferenceEquality") // a cancellation is its address
    static void debugfs_leave_cancellation(Dentry dentry, Cancellation cancellation) {
        mutex_lock(dentry.cancellations_mtx);
        if (cancellation.listed) {
            @Var Cancellation before = dentry.cancellations;
            if (before == cancellation) {
                dentry.cancellations = cancellation.next;
            } else {
                while (before != null && before.next != cancellation) {
                    before = before.next;
                }
                if (before != null) {
                    before.next = cancellation.next;
                }
            }
        }
        mutex_unlock(dentry.cancellations_mtx);
    }

    /// Ends every call that has said how.
    static void cancel_all(Dentry dentry) {
        mutex_lock(dentry.cancellations_mtx);
        @Var Cancellation first = dentry.cancellations;
        while (first != null) {
            dentry.cancellations = first.next;
            first.listed = false;
            first.cancel.run();
            first = dentry.cancellations;
        }
        mutex_unlock(dentry.cancellations_mtx);
    }
}
