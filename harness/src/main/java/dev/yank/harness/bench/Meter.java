package dev.yank.harness.bench;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.bench.Load.Size;
import dev.yank.harness.schedule.SplitMix;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Runs a load for a while and counts. Processor time is taken thread by thread, so that a busy machine does
/// not count.
final class Meter {

    /// Executions between two looks at the clock.
    private static final int BATCH = 64;

    private record Counts(long executions, long events, long decisions, double cpuSeconds) {}

    private Meter() {}

    /// Runs a load of its own on each worker.
    static Rate measure(String name, String strategy, Supplier<Load> load, int workers, Duration duration) {
        try (ExecutorService threads = Workers.pool(workers)) {
            List<Load> loads = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                loads.add(load.get());
            }
            long start = System.nanoTime();
            List<Future<Counts>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                long seed = worker;
                Load mine = loads.get(worker);
                running.add(threads.submit(() -> run(mine, seed, duration)));
            }
            return sum(name, strategy, running, start);
        }
    }

    private static Rate sum(String name, String strategy, List<Future<Counts>> running, long start) {
        @Var long executions = 0;
        @Var long events = 0;
        @Var long decisions = 0;
        @Var double cpu = 0;
        for (Future<Counts> worker : running) {
            Counts counts = Workers.await(worker);
            executions += counts.executions;
            events += counts.events;
            decisions += counts.decisions;
            cpu += counts.cpuSeconds;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Rate(
                name,
                strategy,
                running.size(),
                executions,
                seconds,
                cpu,
                (double) events / executions,
                (double) decisions / executions);
    }

    private static Counts run(Load load, long worker, Duration duration) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long startCpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        @Var long executions = 0;
        @Var long events = 0;
        @Var long decisions = 0;
        while (System.nanoTime() - start < duration.toNanos()) {
            for (int i = 0; i < BATCH; i++) {
                Size size = load.once(SplitMix.derive(worker, executions));
                executions++;
                events += size.events();
                decisions += size.decisions();
            }
        }
        return new Counts(executions, events, decisions, (threads.getCurrentThreadCpuTime() - startCpu) / 1e9);
    }
}
