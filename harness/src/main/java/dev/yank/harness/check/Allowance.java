package dev.yank.harness.check;

import com.google.errorprone.annotations.Var;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// The time and the memory that one file may take; whoever works for it asks now and then whether to stop.
///
/// Memory counts as spent when so much is still in use after a garbage collection that the next allocations may fail.
final class Allowance implements BooleanSupplier {

    private static final double MOST_IN_USE = 0.85;

    private final Duration time;
    private final long deadline;
    private final List<MemoryPoolMXBean> pools;

    @Var
    private boolean hasRunOutOfMemory;

    private Allowance(Duration time, long deadline, List<MemoryPoolMXBean> pools) {
        this.time = time;
        this.deadline = deadline;
        this.pools = pools;
    }

    /// So much time from now on.
    static Allowance of(Duration time) {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .toList();
        return new Allowance(time, System.nanoTime() + time.toNanos(), pools);
    }

    @Override
    public boolean getAsBoolean() {
        return hasRunOutOfMemory || System.nanoTime() - deadline > 0 || isMemoryShort();
    }

    /// Half of the memory that the process may still take, in bytes.
    static long memory() {
        Runtime process = Runtime.getRuntime();
        return Math.max(1, (process.maxMemory() - process.totalMemory() + process.freeMemory()) / 2);
    }

    /// Notes that an allocation has failed.
    void hasRunOutOfMemory() {
        hasRunOutOfMemory = true;
    }

    /// What ran out, in one sentence.
    String reason() {
        return System.nanoTime() - deadline > 0 && !hasRunOutOfMemory
                ? "Time ran out after " + seconds() + "; allow it more with --timeout, or judge a shorter history."
                : "Memory ran out; give the process more with JAVA_TOOL_OPTIONS=-Xmx…, or judge a shorter history.";
    }

    private String seconds() {
        return time.toMillis() % 1000 == 0
                ? time.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.3f s", time.toMillis() / 1000.0);
    }

    private boolean isMemoryShort() {
        @Var boolean isShort = false;
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage after = pool.getCollectionUsage();
            // The pool of the survivors is small and full by nature; the one that may take most tells the truth.
            if (after != null && after.getMax() > Runtime.getRuntime().maxMemory() / 3) {
                isShort |= after.getUsed() > MOST_IN_USE * after.getMax();
            }
        }
        return isShort;
    }
}
