package dev.yank.harness.sim;

import dev.yank.model.trace.EventKind;
import java.util.ArrayList;
import java.util.List;

/// The events of one execution at which something was found.
final class Failures {

    /// One of them.
    record Failure(int step, EventKind kind, int task) {}

    private final List<Failure> failures = new ArrayList<>(0);

    void add(int step, EventKind kind, int task) {
        failures.add(new Failure(step, kind, task));
    }

    /// The one at that step, or the first if none is.
    Failure at(int step) {
        return failures.stream()
                .filter(failure -> failure.step() == step)
                .findFirst()
                .orElseGet(failures::getFirst);
    }
}
