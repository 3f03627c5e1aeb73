package dev.yank.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// The threads that explore, hunt and measure. They do not keep the process alive.
public final class Workers {

    private Workers() {}

    /// So many threads; closing it waits for what was submitted.
    public static ExecutorService pool(int workers) {
        return Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("yank-worker-", 0).daemon().factory());
    }

    /// Does the same on so many threads, and waits for all of them.
    ///
    /// @param work is told the number of the thread, from 0
    static void runAll(int workers, IntConsumer work) {
        try (ExecutorService threads = pool(workers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int worker = i;
                running.add(threads.submit(() -> work.accept(worker)));
            }
            running.forEach(Workers::result);
        }
    }

    /// What was computed, or fails as that did; empty where it is nothing, or where whoever waits was interrupted.
    public static <T> Optional<T> result(Future<T> one) {
        try {
            return Optional.ofNullable(one.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// As [#result], where there must be one.
    ///
    /// @throws IllegalStateException where whoever waits was interrupted
    public static <T> T await(Future<T> one) {
        return result(one).orElseThrow(() -> new IllegalStateException("The measurement was interrupted."));
    }
}
