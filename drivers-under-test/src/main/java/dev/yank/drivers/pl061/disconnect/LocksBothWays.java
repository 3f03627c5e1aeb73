package dev.yank.drivers.pl061.disconnect;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;

import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks K3: open waits for a change of configuration to end while it holds the lock of the lookup, and release
/// takes that lock during such a change. Each order alone is fine, and most of the time so are both.
@UnderTest(
        name = "pl061-cdev-disconnect-locks-both-ways",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "K3",
        summary = "Open and release nest the same two locks in opposite orders.")
public final class LocksBothWays extends CdevDisconnect {

    @Override
    @Nullable
    State lookup(Inode inode) {
        mutex_lock(minors_lock);
        State found = lookup_locked(inode);
        if (found != null) {
            mutex_lock(found.config_mutex);
            mutex_unlock(found.config_mutex);
        }
        mutex_unlock(minors_lock);
        return found;
    }

    @Override
    void put_at_release(State state) {
        mutex_lock(state.config_mutex);
        mutex_lock(minors_lock);
        mutex_unlock(minors_lock);
        mutex_unlock(state.config_mutex);
        put(state);
    }
}
