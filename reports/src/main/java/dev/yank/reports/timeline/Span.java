package dev.yank.reports.timeline;

import org.jspecify.annotations.Nullable;

/// Something that begins at one step and ends at another: an operation, a lock that is held, an object
/// that is there.
///
/// @param kind what it is, such as `operation` or `lock`
/// @param lane where it is drawn
/// @param task the task that it belongs to
/// @param from the step after which it is so, from 0
/// @param to the step after which it is no longer so; null where it never ends
/// @param words what to write on it
/// @param answer of an operation what was answered; null where it has no answer
record Span(
        String kind,
        String lane,
        int task,
        int from,
        @Nullable Integer to,
        String words,
        @Nullable String answer) {}
