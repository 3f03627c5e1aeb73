package dev.yank.drivers.revocable;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;

import dev.yank.drivers.revocable.RevocableFops.Consumer;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.UnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Breaks R34 and nothing else: takes the first close of a descriptor for the last, and frees in flush what the file
/// has. Whoever has a second descriptor of it, by dup or fork, uses what is freed.
///
/// Source: `Documentation/filesystems/vfs.rst`, Linux kernel, R. Gooch, 1999: flush is called whenever a descriptor is
/// closed, release when the last reference is gone.
@UnderTest(
        name = "scratch-revocable-frees-at-flush",
        device = "scratch",
        policy = ScratchRevocable.POLICY,
        operations = "clone",
        breaks = "R34",
        summary = "Closing one of two descriptors frees what the file has.")
public final class FreesAtFlush extends ScratchRevocable {

    private final Mutex lock = new Mutex();
    private final List<File> flushed = new ArrayList<>();

    @Override
    ToIntFunction<File> flush() {
        return file -> {
            if (isFirst(file)) {
                super.release(RevocableFops.consumerOf(file));
            }
            return 0;
        };
    }

    private boolean isFirst(File file) {
        mutex_lock(lock);
        boolean first = !flushed.contains(file);
        if (first) {
            flushed.add(file);
        }
        mutex_unlock(lock);
        return first;
    }

    @Override
    void release(Consumer consumer) {
        // Flush has done so.
    }
}
