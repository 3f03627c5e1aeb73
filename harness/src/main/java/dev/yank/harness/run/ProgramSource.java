package dev.yank.harness.run;

import dev.yank.harness.program.Program;

/// Makes random programs.
public interface ProgramSource {

    /// The program of a seed, for a device; the same for the same arguments.
    Program program(DeviceUnderTest device, long seed);
}
