package dev.yank.harness.kernel;

import org.jspecify.annotations.Nullable;

/// An object whose accesses are checked: a structure of the kernel, or an object of an instrumented driver
/// class. Drivers do not implement it; the instrumentation does.
public interface Shadowed {

    /// The heap memory that the object lies in, or null where it is not on the simulated heap.
    @Nullable
    Memory yank$memory();

    /// Says where the object lies.
    void yank$memory(@Nullable Memory memory);

    /// Says where the object and every structure embedded in it lie: every final field that holds a
    /// structure.
    void yank$adopt(Memory memory);

    /// The number of its first field among the places of the execution, or 0 before the first access.
    int yank$place();

    /// Says the number of its first field.
    void yank$place(int first);

    /// How many numbers its fields need.
    int yank$fields();
}
