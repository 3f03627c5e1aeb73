package dev.yank.model.linearize;

import java.util.function.BooleanSupplier;

/// How far the search may go.
///
/// @param maxConfigurations how many pairs of placed operations and state it may visit in each part of the
/// world
/// @param maxBytes how much memory the configurations of one part may take, roughly
/// @param stop asked now and then; says whether to give up, because time is over for instance
public record Limits(long maxConfigurations, long maxBytes, BooleanSupplier stop) {

    /// Memory for some millions of configurations.
    public static final long DEFAULT_BYTES = 512L << 20;

    /// Enough for any history of a few dozen operations, and some seconds of work at most.
    public static final Limits DEFAULT = new Limits(5_000_000);

    /// Beyond this, tables would have more places than an array can have.
    private static final long MOST_BYTES = 16L << 30;

    /// Refuses a limit that allows nothing.
    public Limits(long maxConfigurations, long maxBytes, BooleanSupplier stop) {
        if (maxConfigurations < 1) {
            throw new IllegalArgumentException(
                    "A search needs at least one configuration, but was given " + maxConfigurations + ".");
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("A search needs some memory, but was given " + maxBytes + " bytes.");
        }
        this.maxConfigurations = maxConfigurations;
        this.maxBytes = Math.min(maxBytes, MOST_BYTES);
        this.stop = stop;
    }

    /// Limits the configurations, and the memory to what is usual.
    public Limits(long maxConfigurations) {
        this(maxConfigurations, DEFAULT_BYTES, () -> false);
    }
}
