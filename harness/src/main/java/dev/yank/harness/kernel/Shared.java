package dev.yank.harness.kernel;

/// What tasks share besides the structures of the kernel and the fields of drivers, as locations of an
/// [Access]. Each has parts, which are numbers.
public enum Shared {
    /// The table of character devices; part: the number of the node.
    NODES,
    /// Devices and what they are wired to: registers, memory that they reach, configuration space.
    HARDWARE,
    /// The table of open files of the processes; part: the number of the handle.
    HANDLES,
    /// What of the history is later than what: invocations look, completions add.
    HISTORY,
    /// How many acquisitions there were, where one of them is made to fail.
    ACQUISITIONS,
    /// Whether devices are bound, being removed or gone, as the judges of the trace see it.
    LIFE,
    /// Elements of arrays, all in one.
    ARRAYS,
    /// Fields of objects that are neither on the heap nor structures of the kernel; part: the field, whatever
    /// the object.
    FIELDS
}
