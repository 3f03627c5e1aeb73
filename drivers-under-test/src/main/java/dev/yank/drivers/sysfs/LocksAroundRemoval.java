package dev.yank.drivers.sysfs;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;

import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R29 and nothing else: removes the attributes under the lock that their methods take: the method waits for the
/// lock, and the removal for the method.
///
/// Source: `fs/kernfs/dir.c`, Linux kernel, T. Heo, 2013.
@UnderTest(
        name = "scratch-sysfs-locks-around-removal",
        device = "scratch",
        policy = ScratchAttributes.POLICY,
        operations = {"delete"},
        breaks = "R29",
        summary = "Removes its attributes under the lock that their methods take.")
public final class LocksAroundRemoval extends ScratchAttributes {

    @Override
    void remove_files(Device dev, Scratch scratch) {
        mutex_lock(scratch.lock);
        super.remove_files(dev, scratch);
        mutex_unlock(scratch.lock);
    }
}
