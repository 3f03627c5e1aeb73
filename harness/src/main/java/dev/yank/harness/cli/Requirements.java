package dev.yank.harness.cli;

import dev.yank.harness.run.UsageException;
import dev.yank.harness.schedule.Strategies;
import java.time.Duration;

/// What several commands ask of their options: each refuses a value with one sentence.
final class Requirements {

    private static final int MOST_WORKERS = 256;

    private Requirements() {}

    static void workers(int workers) {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new UsageException("--workers must be from 1 to " + MOST_WORKERS + ", but is " + workers + ".");
        }
    }

    static void positive(String option, long value) {
        if (value < 1) {
            throw new UsageException(option + " must be at least 1, but is " + value + ".");
        }
    }

    /// @param example a value that would do
    static void time(String option, Duration value, String example) {
        if (value.isZero()) {
            throw new UsageException(option + " must be longer than nothing; write for example " + example + ".");
        }
    }

    static void strategy(String name) {
        try {
            Strategies.create(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
