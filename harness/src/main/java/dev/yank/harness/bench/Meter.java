package dev.yank.harness.bench;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.bench.Load.Size;
import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.run.Workers;
import dev.yank.harness.schedule.SplitMix;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Runs a load for a while and counts. Time is that of the processor, so that a busy machine does not count,
/// and that of the whole process, so that collecting garbage and compiling do.
final class Meter {

    /// Executions between two looks at the clock.
    private static final int BATCH = 64;

    private record Counts(long executions, long events, long decisions) {}

    private Meter() {}

    /// Runs a load of its own on each worker.
    ///
    /// @param duration how much processor time each worker takes
    static Rate measure(String name, String strategy, Supplier<Load> load, int workers, Duration duration) {
        try (ExecutorService threads = Workers.pool(workers)) {
            List<Load> loads = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                loads.add(load.get());
            }
            long start = System.nanoTime();
            Duration startCpu = processorTime();
            List<Future<Counts>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                long seed = worker;
                Load mine = loads.get(worker);
                running.add(threads.submit(() -> run(mine, seed, duration)));
            }
            List<Counts> counts = running.stream().map(Workers::await).toList();
            double cpuSeconds = processorTime().minus(startCpu).toNanos() / 1e9;
            return sum(name, strategy, counts, (System.nanoTime() - start) / 1e9, cpuSeconds);
        }
    }

    private static Duration processorTime() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new HarnessFailure("This system does not say how much processor time was used."));
    }

    private static Rate sum(String name, String strategy, List<Counts> workers, double seconds, double cpuSeconds) {
        long executions = workers.stream().mapToLong(Counts::executions).sum();
        long events = workers.stream().mapToLong(Counts::events).sum();
        long decisions = workers.stream().mapToLong(Counts::decisions).sum();
        return new Rate(
                name,
                strategy,
                workers.size(),
                executions,
                seconds,
                cpuSeconds,
                (double) events / executions,
                (double) decisions / executions);
    }

    private static Counts run(Load load, long worker, Duration duration) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + duration.toNanos();
        @Var long executions = 0;
        @Var long events = 0;
        @Var long decisions = 0;
        while (threads.getCurrentThreadCpuTime() < end) {
            for (int i = 0; i < BATCH; i++) {
                Size size = load.once(SplitMix.derive(worker, executions));
                executions++;
                events += size.events();
                decisions += size.decisions();
            }
        }
        return new Counts(executions, events, decisions);
    }
}
