package dev.yank.model.trace;

/// One event of a trace.
///
/// @param step its place in the trace, from 1
/// @param task the number of the task that did it
/// @param object the number of the object it is about, or 0; what kind of object is said at [EventKind]
/// @param detail a number whose meaning is said at [EventKind]
/// @param note words for the reader, such as the name of a field; no rule may depend on it
public record KernelEvent(int step, EventKind kind, int task, int object, int detail, String note) {}
