package dev.yank.harness.check;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.check.RegisterHistories.Shape;
import dev.yank.harness.format.HistoryFiles;
import dev.yank.harness.format.MalformedHistoryException;
import dev.yank.harness.format.Partition;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult;
import dev.yank.model.spec.classic.Answer;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.Nil;
import dev.yank.model.spec.classic.RecordedSpec;
import dev.yank.model.spec.classic.RegisterSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures the checker: checking only, in a warm process, the best of several rounds.
public final class CheckerBench {

    private static final int ROUNDS = 40;
    private static final long ENOUGH_NANOS = 1_500_000_000L;
    private static final int BAR = 40;

    private final PrintWriter out;

    /// @param out where the tables go
    public CheckerBench(PrintWriter out) {
        this.out = out;
    }

    /// What one history costs.
    ///
    /// @param millis the best time
    /// @param allocatedKiB how much was allocated in a round
    /// @param peakMiB the highest use of the heap, the history itself included
    private record Cost(String answer, double millis, long allocatedKiB, long peakMiB) {}

    /// Files: one line for each.
    public void file(Path file, RecordedSpec<?, ?> spec, Partition partition)
            throws IOException, MalformedHistoryException {
        out.println(line(String.valueOf(file), costOf(file, spec, partition)));
        out.flush();
    }

    private static <S, O> Cost costOf(Path file, RecordedSpec<S, O> spec, Partition partition)
            throws IOException, MalformedHistoryException {
        return cost(new Keyed<>(spec), HistoryFiles.read(file, partition).entries(spec));
    }

    /// Generated histories of registers: one dimension grows at a time, with a plot of the cost an operation.
    public void families() {
        family(
                "length, 10 processes, 1000 registers",
                "operations",
                List.of(
                        new Shape(1000, 10, 1000, 0, 100),
                        new Shape(10_000, 10, 1000, 0, 100),
                        new Shape(100_000, 10, 1000, 0, 100),
                        new Shape(1_000_000, 10, 1000, 0, 100)));
        family(
                "length, 10 processes, one register",
                "operations",
                List.of(
                        new Shape(1000, 10, 1, 0, 100),
                        new Shape(10_000, 10, 1, 0, 100),
                        new Shape(100_000, 10, 1, 0, 100),
                        new Shape(1_000_000, 10, 1, 0, 100)));
        family(
                "processes, 5000 operations, one register",
                "processes",
                List.of(
                        new Shape(5000, 1, 1, 0, 100),
                        new Shape(5000, 2, 1, 0, 100),
                        new Shape(5000, 5, 1, 0, 100),
                        new Shape(5000, 10, 1, 0, 100),
                        new Shape(5000, 15, 1, 0, 100)));
        family(
                "lost operations of a thousand, 400 operations, one register",
                "lost",
                List.of(
                        new Shape(400, 5, 1, 0, 100),
                        new Shape(400, 5, 1, 20, 100),
                        new Shape(400, 5, 1, 50, 100),
                        new Shape(400, 5, 1, 80, 100)));
        family(
                "place of the violation in percent, 5000 operations, 5 processes, one register",
                "depth",
                List.of(
                        new Shape(5000, 5, 1, 0, 1),
                        new Shape(5000, 5, 1, 0, 25),
                        new Shape(5000, 5, 1, 0, 50),
                        new Shape(5000, 5, 1, 0, 75),
                        new Shape(5000, 5, 1, 0, 99)));
    }

    private void family(String title, String dimension, List<Shape> shapes) {
        out.println(title);
        List<Cost> costs = new ArrayList<>();
        for (Shape shape : shapes) {
            costs.add(cost(new Keyed<>(RegisterSpec.etcd(Nil.NIL)), RegisterHistories.of(shape)));
            Cost cost = costs.getLast();
            double nanos = cost.millis() * 1e6 / shape.operations();
            int grown = grown(dimension, shape);
            out.printf(
                    Locale.ROOT,
                    "%s  %,8.0f ns an operation  %s%n",
                    line(dimension + " " + grown, cost),
                    nanos,
                    "#".repeat((int) Math.clamp(BAR * Math.log10(Math.max(1, nanos)) / 6, 1, BAR)));
            out.flush();
        }
        out.println("(each # is a factor of " + String.format(Locale.ROOT, "%.2f", Math.pow(10, 6.0 / BAR)) + ")");
        out.println();
    }

    private static int grown(String dimension, Shape shape) {
        return switch (dimension) {
            case "operations" -> shape.operations();
            case "processes" -> shape.processes();
            case "lost" -> shape.lostPerMille();
            default -> shape.violationAt();
        };
    }

    private static String line(String name, Cost cost) {
        return String.format(
                Locale.ROOT,
                "%-24s %-8s %,11.3f ms %,10d KiB allocated %,5d MiB peak",
                name,
                cost.answer(),
                cost.millis(),
                cost.allocatedKiB(),
                cost.peakMiB());
    }

    private static <S, O> Cost cost(Keyed<S, O, Answer> spec, List<Entry<Keyed.At<O>, Answer>> entries) {
        @Var long best = Long.MAX_VALUE;
        @Var long allocated = 0;
        @Var String answer = "";
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        for (int round = 0; round < ROUNDS && System.nanoTime() - begun < ENOUGH_NANOS; round++) {
            long before = allocatedBytes();
            long start = System.nanoTime();
            LinearizabilityResult<Keyed.At<O>, Answer> result =
                    LinearizabilityChecker.check(spec, entries, new Limits(Long.MAX_VALUE));
            best = Math.min(best, System.nanoTime() - start);
            allocated = allocatedBytes() - before;
            answer = switch (result) {
                case LinearizabilityResult.Linearizable<?, ?> _ -> "true";
                case LinearizabilityResult.NotLinearizable<?, ?> _ -> "false";
                case LinearizabilityResult.Inconclusive<?, ?> _ -> "unknown";
            };
        }
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Cost(answer, best / 1e6, allocated >> 10, peak >> 20);
    }

    /// By all threads: parts may be judged side by side.
    private static long allocatedBytes() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? threads.getTotalThreadAllocatedBytes()
                : 0;
    }
}
