package dev.yank.harness.generate;

import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Delete;
import dev.yank.model.spec.device.DeviceOperation.Misbehave;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Unload;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Lie;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import java.util.ArrayList;
import java.util.List;

/// What only those drivers are asked for that say so: it comes into a program that is drawn already, from draws of its
/// own, so that without it the program of a seed stays what it was.
final class OptionalOperations {

    /// How far the name of a second descriptor is from that of the first.
    private static final int SECOND = 32;

    /// How long a process may be, to which two operations are added.
    private static final int SHORT = 4;

    private final SplitMix random;

    OptionalOperations(SplitMix random) {
        this.random = random;
    }

    /// The program with a device that misbehaves, in three of four, and a driver that is unloaded, a device that is
    /// deleted, and a file that has a second descriptor, in one of two.
    Program addTo(Program program) {
        Program distrusted = random.nextInt(4) == 0 ? program : misbehaving(program);
        Program unloaded = random.nextInt(2) == 0 ? unloading(distrusted) : distrusted;
        Program deleted = random.nextInt(2) == 0 ? unloaded : deleting(unloaded);
        return random.nextInt(2) == 0 ? duplicating(deleted) : deleted;
    }

    /// Once or twice, early in the life of the device.
    private Program misbehaving(Program program) {
        int remover = program.processes().size() - 1;
        List<DeviceOperation> operations = new ArrayList<>(program.processes().get(remover));
        operations.addFirst(new Misbehave(0, Lie.values()[random.nextInt(Lie.values().length)]));
        return program.withProcess(remover, operations);
    }

    /// A process that has opened something has a second descriptor of it, and closes that at some time; it goes on with
    /// the first one as before.
    private Program duplicating(Program program) {
        int process = random.nextInt(program.processes().size());
        List<DeviceOperation> operations = new ArrayList<>(program.processes().get(process));
        if (operations.isEmpty()
                || operations.size() > SHORT
                || !(operations.getFirst() instanceof Open(Handle file))) {
            return program;
        }
        var second = new Handle(file.device(), file.number() + SECOND);
        operations.add(1, new CloneReference(file, second.number()));
        operations.add(2 + random.nextInt(operations.size() - 1), new Close(second));
        return program.withProcess(process, operations);
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
