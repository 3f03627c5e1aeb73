package dev.yank.drivers.debugfs;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.channel.HostChannel;
import dev.yank.harness.kernel.Mutex;
import org.jspecify.annotations.Nullable;

/// What the driver keeps while it is bound.
final class ChannelState {

    final HostChannel channel = new HostChannel();

    /// For a twin.
    final Mutex mutex = new Mutex();

    @Var
    @Nullable
    Dentry dentry;
}
