package dev.yank.model.spec.node;

import java.util.List;

/// What is asked of a device node, of a file that it gave out, or of the kernel about its driver.
public sealed interface NodeOperation {

    /// What it is called in reports, such as `read of chip 0`.
    String name();

    /// Opens the node.
    ///
    /// @param handle the name of the file that it gives out
    /// @param refusals what it may answer where no driver is bound
    record Open(String name, int handle, List<Integer> refusals) implements NodeOperation {}

    /// Asks a file for another file, which has one line of a chip for itself.
    ///
    /// @param handle the chip
    /// @param made the name of the file that it gives out
    /// @param line which line
    /// @param level what the line puts out then, or -1 for an input
    /// @param dead what a dead file answers
    record TakeLine(String name, int handle, int made, int line, int level, List<Integer> dead)
            implements NodeOperation {}

    /// Makes a line something else, with the same file.
    ///
    /// @param handle the line
    /// @param level what the line puts out then, or -1 for an input
    /// @param dead what a dead file answers
    record Configure(String name, int handle, int level, List<Integer> dead) implements NodeOperation {}

    /// Sets the level of a line, which an input refuses.
    ///
    /// @param handle the line
    /// @param level what the line puts out then
    /// @param dead what a dead file answers
    record SetLevel(String name, int handle, int level, List<Integer> dead) implements NodeOperation {}

    /// Asks for the level of a line.
    ///
    /// @param handle the line
    /// @param dead what a dead file answers
    record GetLevel(String name, int handle, List<Integer> dead) implements NodeOperation {}

    /// Anything else that a file is asked for and that changes nothing that others see.
    ///
    /// @param handle the file
    /// @param live what it may answer while its instance is bound
    /// @param dead what it may answer afterwards
    record Access(String name, int handle, List<Integer> live, List<Integer> dead) implements NodeOperation {}

    /// Closes a file.
    ///
    /// @param handle the file
    record Close(String name, int handle) implements NodeOperation {}

    /// Takes the device away from its driver.
    record Remove(String name) implements NodeOperation {}

    /// Gives the device to its driver.
    record Restore(String name) implements NodeOperation {}
}
