package dev.yank.harness.run;

import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import java.util.Optional;

/// Makes random programs.
public interface ProgramSource {

    /// The program of a seed, for a device; the same for the same arguments.
    Program program(DeviceUnderTest device, long seed);

    /// The shape that the program of that seed is drawn from; empty where programs are not drawn from shapes.
    default Optional<Shape> shape(DeviceUnderTest device, long seed) {
        return Optional.empty();
    }
}
