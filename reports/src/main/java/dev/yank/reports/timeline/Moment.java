package dev.yank.reports.timeline;

import org.jspecify.annotations.Nullable;

/// One step of the page: an invocation, a completion, or an event of the trace.
///
/// @param kind `invoke`, `answer` or `event`
/// @param task the number of the task that does it
/// @param words what happens
/// @param shape of an event the group that its mark is drawn for, such as `lock`
/// @param key whether it is shown while only what matters is shown
/// @param mark why a rule is broken here; null where none is
/// @param place the line of the driver that led to it; null where that is not known
record Moment(
        String kind,
        int task,
        String words,
        @Nullable String shape,
        boolean key,
        @Nullable String mark,
        @Nullable Place place) {

    /// A line of a driver.
    ///
    /// @param file the place of its file among the page's sources
    /// @param method the method
    /// @param line the number of the line, from 1
    record Place(int file, String method, int line) {}
}
