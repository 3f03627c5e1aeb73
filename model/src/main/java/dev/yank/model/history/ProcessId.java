package dev.yank.model.history;

/// A logical client, which has at most one operation in flight.
///
/// @param number zero or more
public record ProcessId(int number) implements Comparable<ProcessId> {

    /// Refuses a negative number.
    public ProcessId {
        if (number < 0) {
            throw new IllegalArgumentException("A process is numbered from 0, but was " + number + ".");
        }
    }

    @Override
    public int compareTo(ProcessId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
