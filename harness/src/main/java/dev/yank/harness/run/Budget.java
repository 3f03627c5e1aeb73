package dev.yank.harness.run;

import java.time.Duration;
import java.util.Optional;

/// How long something may go on: until a moment, or for a number of executions, whichever comes first.
///
/// Only whether to go on depends on it; what an execution does never depends on the clock.
///
/// @param deadlineNanos a reading of `System.nanoTime()`
/// @param executions at most so many, if given
record Budget(long deadlineNanos, Optional<Long> executions) {

    static Budget of(Duration duration, Optional<Long> executions) {
        return new Budget(System.nanoTime() + duration.toNanos(), executions);
    }

    boolean isOver() {
        return System.nanoTime() - deadlineNanos >= 0;
    }

    /// How much is left.
    Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }
}
