package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Judges parts of the world at the same time, on as many threads as there are processors; which of them are judged
/// when does not show in the results.
final class SideBySide<S, O, R> {

    private static final int THREADS = ForkJoinPool.getCommonPoolParallelism() + 1;

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
        var next = new AtomicInteger();
        var firstRefused = new AtomicInteger(Integer.MAX_VALUE);
        var results = new AtomicReferenceArray<@Nullable LinearizabilityResult<O, R>>(parts.size());
        // Each thread takes the next part in order, so that those that count most are begun first.
        IntStream.range(0, THREADS).parallel().forEach(_ -> {
            for (@Var int i = next.getAndIncrement(); i < parts.size(); i = next.getAndIncrement()) {
                LinearizabilityResult<O, R> result = judge(parts.get(i), i, firstRefused);
                results.set(i, result);
                if (result instanceof NotLinearizable) {
                    firstRefused.accumulateAndGet(i, Math::min);
                }
            }
        });
        return IntStream.range(0, parts.size())
                .mapToObj(i -> Objects.requireNonNull(results.get(i)))
                .toList();
    }

    /// Together the threads keep to the memory that one search may take.
    private LinearizabilityResult<O, R> judge(List<Entry<O, R>> part, int place, AtomicInteger firstRefused) {
        if (place > firstRefused.get()) {
            return new Inconclusive<>(
                    "An earlier part is not linearizable.", part.getFirst().invoked(), 0, 1);
        }
        var shared = new Limits(
                limits.maxConfigurations(),
                Math.max(1, limits.maxBytes() / THREADS),
                () -> place > firstRefused.get() || limits.stop().getAsBoolean());
        return Portfolio.judge(spec, part, shared, engine);
    }
}
