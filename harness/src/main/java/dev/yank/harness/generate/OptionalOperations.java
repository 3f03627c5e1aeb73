package dev.yank.harness.generate;

import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Unload;
import java.util.ArrayList;
import java.util.List;

/// What only those drivers are asked for that say so: it comes into a program that is drawn already, from draws of its
/// own, so that without it the program of a seed stays what it was.
final class OptionalOperations {

    private final SplitMix random;

    OptionalOperations(SplitMix random) {
        this.random = random;
    }

    /// The program with a driver that is unloaded at some time, once in two programs.
    Program addTo(Program program) {
        if (random.nextInt(2) != 0) {
            return program;
        }
        int remover = program.processes().size() - 1;
        List<DeviceOperation> operations = new ArrayList<>(program.processes().get(remover));
        operations.add(random.nextInt(operations.size() + 1), new Unload(0));
        return program.withProcess(remover, operations);
    }
}
