package dev.yank.model.history;

import org.jspecify.annotations.Nullable;

/// One event of a history, as one op map of Jepsen.
///
/// @param process who acts
/// @param type what the event says
/// @param f the function, a keyword without its colon, such as `read`
/// @param value plain data: null, a boolean, a number, a string, or lists and maps of these
/// @param index the place in the history, from 0
/// @param time virtual nanoseconds since the beginning
public record Event(
        ProcessId process,
        EventType type,
        String f,
        @Nullable Object value,
        int index,
        long time) {

    /// Refuses a function that is no keyword, and a place or time before the beginning.
    public Event {
        if (!isKeyword(f)) {
            throw new IllegalArgumentException("Event " + index + " has the function '" + f
                    + "'; write a keyword of letters, digits and hyphens, such as read-event.");
        }
        if (index < 0 || time < 0) {
            throw new IllegalArgumentException("An event of process " + process + " has index " + index + " and time "
                    + time + "; neither may be negative.");
        }
    }

    private static boolean isKeyword(String f) {
        return !f.isEmpty()
                && Character.isLetter(f.charAt(0))
                && f.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_?!*+<>=".indexOf(c) >= 0));
    }
}
