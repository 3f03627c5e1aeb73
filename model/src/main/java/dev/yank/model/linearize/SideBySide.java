package dev.yank.model.linearize;

import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Judges parts of the world at the same time, on as many threads as there are processors; which of them are judged
/// when does not show in the results.
final class SideBySide<S, O, R> {

    private final SequentialSpec<S, O, R> spec;
    private final Limits limits;
    private final Engine engine;

    SideBySide(SequentialSpec<S, O, R> spec, Limits limits, Engine engine) {
        this.spec = spec;
        this.limits = limits;
        this.engine = engine;
    }

    /// The results in the order of the parts. Those after the first part that is not linearizable are of no matter,
    /// and are not waited for.
    List<LinearizabilityResult<O, R>> results(List<List<Entry<O, R>>> parts) {
        var firstRefused = new AtomicInteger(Integer.MAX_VALUE);
        return IntStream.range(0, parts.size())
                .parallel()
                .mapToObj(i -> {
                    LinearizabilityResult<O, R> result = judge(parts.get(i), i, firstRefused);
                    if (result instanceof NotLinearizable) {
                        firstRefused.accumulateAndGet(i, Math::min);
                    }
                    return result;
                })
                .toList();
    }

    /// Together the threads keep to the memory that one search may take.
    private LinearizabilityResult<O, R> judge(List<Entry<O, R>> part, int place, AtomicInteger firstRefused) {
        if (place > firstRefused.get()) {
            return new Inconclusive<>(
                    "An earlier part is not linearizable.", part.getFirst().invoked(), 0, 1);
        }
        int threads = ForkJoinPool.getCommonPoolParallelism() + 1;
        var shared = new Limits(
                limits.maxConfigurations(),
                Math.max(1, limits.maxBytes() / threads),
                () -> place > firstRefused.get() || limits.stop().getAsBoolean());
        return Portfolio.judge(spec, part, shared, engine);
    }
}
