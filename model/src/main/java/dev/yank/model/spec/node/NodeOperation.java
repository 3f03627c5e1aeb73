package dev.yank.model.spec.node;

import java.util.List;

/// What is asked of a device node, of a file that it gave out, or of the kernel about its driver.
public sealed interface NodeOperation {

    /// What it is called in reports, such as `read of chip 0`.
    String name();

    /// How far away a device is taken, each further than the one before.
    enum Distance {
        /// No driver is bound to it, but the bus knows it.
        UNBOUND,
        /// The bus does not know it, but it is plugged in.
        REMOVED,
        /// It is not plugged in.
        UNPLUGGED
    }

    /// What a file goes with.
    enum Belonging {
        /// With the instance of the device that gave it out: when that is gone, it stays dead.
        INSTANCE,
        /// With a node that outlives its devices: it serves whichever device there is.
        NODE
    }

    /// Opens the node. One that outlives its devices opens without any, too.
    ///
    /// @param handle the name of the file that it gives out
    /// @param belonging what that file goes with
    /// @param refusals what it may answer where no driver is bound
    /// @param delays what it may answer although one is: somebody has it, or it comes or goes just then
    record Open(String name, int handle, Belonging belonging, List<Integer> refusals, List<Integer> delays)
            implements NodeOperation {}

    /// Asks a file for another file, which has one line of a chip for itself.
    ///
    /// @param handle the chip
    /// @param made the name of the file that it gives out
    /// @param line which line
    /// @param level what the line puts out then, or -1 for an input
    /// @param refusals what a live file may answer instead, as when somebody else has the line
    /// @param dead what a dead file answers
    record TakeLine(String name, int handle, int made, int line, int level, List<Integer> refusals, List<Integer> dead)
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
    /// @param belonging what the file goes with
    /// @param live what it may answer while its instance is bound
    /// @param dead what it may answer afterwards
    record Access(String name, int handle, Belonging belonging, List<Integer> live, List<Integer> dead)
            implements NodeOperation {}

    /// Closes a file.
    ///
    /// @param handle the file
    record Close(String name, int handle) implements NodeOperation {}

    /// Takes the device away from its driver.
    ///
    /// @param distance how far
    record Remove(String name, Distance distance) implements NodeOperation {}

    /// Gives the device to its driver, if it is away exactly so far.
    ///
    /// @param distance from where
    record Restore(String name, Distance distance) implements NodeOperation {}
}
