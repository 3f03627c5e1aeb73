package dev.yank.harness.check;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult;
import dev.yank.model.spec.SequentialSpec;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;

/// What it costs to judge one history: checking only, the best of several rounds.
///
/// @param answer true, false or unknown
/// @param millis the best time
/// @param allocatedKiB how much was allocated in the last round, by all threads
/// @param peakMiB the highest use of the heap, the history itself included
record Cost(String answer, double millis, long allocatedKiB, long peakMiB) {

    private static final int FEWEST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 2000;

    /// Judges a history again and again for so long, or a few times if that takes longer.
    static <S, O, R> Cost of(SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, Duration enough) {
        @Var long best = Long.MAX_VALUE;
        @Var long allocated = 0;
        @Var String answer = "";
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        for (int round = 0; round < FEWEST_ROUNDS || (round < MOST_ROUNDS && isEarly(begun, enough)); round++) {
            long before = allocatedBytes();
            long start = System.nanoTime();
            LinearizabilityResult<O, R> result = LinearizabilityChecker.check(
                    spec, entries, new Limits(Long.MAX_VALUE, Allowance.memory(), () -> false));
            best = Math.min(best, System.nanoTime() - start);
            allocated = allocatedBytes() - before;
            answer = switch (result) {
                case LinearizabilityResult.Linearizable<O, R> _ -> "true";
                case LinearizabilityResult.NotLinearizable<O, R> _ -> "false";
                case LinearizabilityResult.Inconclusive<O, R> _ -> "unknown";
            };
        }
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Cost(answer, best / 1e6, allocated >> 10, peak >> 20);
    }

    private static boolean isEarly(long begun, Duration enough) {
        return System.nanoTime() - begun < enough.toNanos();
    }

    /// Parts may be judged side by side, so the allocations of every thread count.
    private static long allocatedBytes() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? threads.getTotalThreadAllocatedBytes()
                : 0;
    }
}
