package dev.yank.model.linearize;

/// How far the search may go.
///
/// @param maxConfigurations how many pairs of placed operations and state it may visit, over all parts
public record Limits(long maxConfigurations) {

    /// Enough for any history of a few dozen operations, and some seconds of work at most.
    public static final Limits DEFAULT = new Limits(5_000_000);

    /// Refuses a limit that allows nothing.
    public Limits {
        if (maxConfigurations < 1) {
            throw new IllegalArgumentException(
                    "A search needs at least one configuration, but was given " + maxConfigurations + ".");
        }
    }
}
