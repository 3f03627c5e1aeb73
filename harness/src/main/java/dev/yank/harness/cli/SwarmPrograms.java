package dev.yank.harness.cli;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.harness.run.ProgramSource;
import java.util.Optional;

/// Random programs, each of a shape that was drawn before it, and said before it is performed.
///
/// @param shapes hears of each
record SwarmPrograms(RandomPrograms programs, LineFile shapes) implements ProgramSource {

    @Override
    public Program program(DeviceUnderTest device, long seed) {
        if (shapes.isOpen()) {
            shapes.line("program seed " + seed + ": "
                    + programs.shape(device.kind(), seed).words());
        }
        return programs.program(device.kind(), seed);
    }

    @Override
    public Optional<Shape> shape(DeviceUnderTest device, long seed) {
        return Optional.of(programs.shape(device.kind(), seed));
    }
}
