package dev.yank.harness.bench;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The threads that measure.
final class Workers {

    private Workers() {}

    static ExecutorService pool(int workers) {
        return Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("yank-bench-", 0).daemon().factory());
    }

    /// What a worker came to, or what it failed with.
    static <T> T await(Future<T> worker) {
        try {
            return worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
