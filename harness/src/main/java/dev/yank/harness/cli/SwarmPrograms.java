package dev.yank.harness.cli;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.harness.run.ProgramSource;
import java.util.Optional;

/// Random programs, each of a shape that was drawn before it.
record SwarmPrograms(RandomPrograms programs) implements ProgramSource {

    @Override
    public Program program(DeviceUnderTest device, long seed) {
        return programs.program(device.kind(), seed);
    }

    @Override
    public Optional<Shape> shape(DeviceUnderTest device, long seed) {
        return Optional.of(programs.shape(device.kind(), seed));
    }
}
