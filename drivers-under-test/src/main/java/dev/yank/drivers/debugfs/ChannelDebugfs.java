package dev.yank.drivers.debugfs;

import static dev.yank.drivers.channel.HostChannel.channel_go_live;
import static dev.yank.drivers.channel.HostChannel.channel_shut;
import static dev.yank.drivers.channel.HostChannel.channel_start;
import static dev.yank.drivers.channel.HostChannel.channel_stop;
import static dev.yank.drivers.debugfs.Dentry.cancel_all;
import static dev.yank.harness.kernel.Cdev.cdev_device_add;
import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Completion.wait_for_completion;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Devm.devm_kzalloc;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.Refcount.refcount_dec_and_test;
import static dev.yank.harness.kernel.Refcount.refcount_read;
import static dev.yank.harness.kernel.Refcount.refcount_set;
import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Conforms: the file of a driver in debugfs. Removing it takes it out of its directory, lets nobody in any more, ends
/// the calls that wait for long by their cancellations, and waits until nobody is inside; so what devres frees
/// afterwards nobody uses.
///
/// Not final, because its twins do one step differently.
///
/// Source: `fs/debugfs/inode.c` and `file.c`, Linux kernel, N. Stange, 2016-2017, and J. Berg, 2023.
@UnderTest(
        name = "pipe-debugfs",
        device = "pipe",
        policy = ChannelDebugfs.POLICY,
        summary = "A file in debugfs: a counting proxy, removal that drains it and cancels long calls.")
public class ChannelDebugfs implements PlatformDriver {

    static final String POLICY = "P1=EIO P2=HUP P3=calls-in-flight P4=calls P5=yes P8=drop";

    @Override
    public final String compatible() {
        return "google,goldfish-pipe";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        ChannelState state = devm_kzalloc(pdev.dev(), new ChannelState());
        if (state == null) {
            return -Errno.ENOMEM;
        }
        int err = channel_start(state.channel, pdev);
        if (err != 0) {
            return err;
        }
        platform_set_drvdata(pdev, state);
        Dentry dentry = debugfs_create_file(pdev.dev().devt(), new ChannelFops(this, state));
        if (dentry == null) {
            channel_stop(state.channel, pdev);
            return -Errno.ENOMEM;
        }
        state.dentry = dentry;
        channel_go_live(state.channel);
        return 0;
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        ChannelState state = platform_get_drvdata(pdev);
        channel_shut(state.channel);
        remove_file(state);
        channel_stop(state.channel, pdev);
    }

    private @Nullable Dentry debugfs_create_file(int devt, ChannelFops fops) {
        Dentry dentry = kzalloc(new Dentry(fops));
        if (dentry == null) {
            return null;
        }
        device_initialize(dentry.d_lockref, () -> kfree(dentry));
        refcount_set(dentry.active_users, 1);
        cdev_init(dentry.inode, new FullProxyFops(this, dentry));
        int err = cdev_device_add(dentry.inode, dentry.d_lockref, devt);
        if (err != 0) {
            put_device(dentry.d_lockref);
            return null;
        }
        return dentry;
    }

    final void debugfs_remove(Dentry dentry) {
        cdev_device_del(dentry.inode, dentry.d_lockref);
        dentry.unlinked = WRITE_ONCE(true);
        debugfs_file_removed(dentry);
        put_device(dentry.d_lockref);
    }

    // What the twins do differently.

    void remove_file(ChannelState state) {
        debugfs_remove(Objects.requireNonNull(state.dentry));
    }

    /// `__debugfs_file_removed()`: drops the user that stands for the file, and waits for the others.
    void debugfs_file_removed(Dentry dentry) {
        if (refcount_dec_and_test(dentry.active_users)) {
            return;
        }
        while (refcount_read(dentry.active_users) != 0) {
            cancel_all(dentry);
            wait_for_completion(dentry.active_users_drained);
        }
    }

    int file_get(Dentry dentry) {
        return Dentry.debugfs_file_get(dentry);
    }

    void lock(ChannelState state) {}

    void unlock(ChannelState state) {}
}
