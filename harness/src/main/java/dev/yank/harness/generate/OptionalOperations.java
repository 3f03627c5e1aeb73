package dev.yank.harness.generate;

import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Delete;
import dev.yank.model.spec.device.DeviceOperation.Misbehave;
import dev.yank.model.spec.device.DeviceOperation.Unload;
import dev.yank.model.spec.device.Lie;
import java.util.ArrayList;
import java.util.List;

/// What only those drivers are asked for that say so: it comes into a program that is drawn already, from draws of its
/// own, so that without it the program of a seed stays what it was.
final class OptionalOperations {

    private final SplitMix random;

    OptionalOperations(SplitMix random) {
        this.random = random;
    }

    /// The program with a device that misbehaves, in three of four, and a driver that is unloaded, and a device
    /// that is deleted, in one of two.
    Program addTo(Program program) {
        Program distrusted = random.nextInt(4) == 0 ? program : misbehaving(program);
        Program unloaded = random.nextInt(2) == 0 ? unloading(distrusted) : distrusted;
        return random.nextInt(2) == 0 ? unloaded : deleting(unloaded);
    }

    /// Once or twice, early in the life of the device.
    private Program misbehaving(Program program) {
        int remover = program.processes().size() - 1;
        List<DeviceOperation> operations = new ArrayList<>(program.processes().get(remover));
        operations.addFirst(new Misbehave(0, Lie.values()[random.nextInt(Lie.values().length)]));
        return program.withProcess(remover, operations);
    }

    /// The remover does it before it goes on, and in one of two somebody else at any time.
    private Program deleting(Program program) {
        int remover = program.processes().size() - 1;
        int other = random.nextInt(2) == 0 ? remover : random.nextInt(remover + 1);
        Program deleted = insert(program, remover, 0);
        return other == remover
                ? deleted
                : insert(
                        deleted,
                        other,
                        random.nextInt(deleted.processes().get(other).size() + 1));
    }

    private static Program insert(Program program, int process, int at) {
        List<DeviceOperation> operations = new ArrayList<>(program.processes().get(process));
        operations.add(at, new Delete(0));
        return program.withProcess(process, operations);
    }

    private Program unloading(Program program) {
        int remover = program.processes().size() - 1;
        List<DeviceOperation> operations = new ArrayList<>(program.processes().get(remover));
        operations.add(random.nextInt(operations.size() + 1), new Unload(0));
        return program.withProcess(remover, operations);
    }
}
