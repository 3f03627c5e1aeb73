package dev.yank.harness.shrink;

import dev.yank.harness.program.Program;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.OnHandle;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Removal;
import java.util.ArrayList;
import java.util.List;

/// The ways to make a program a little smaller, the biggest cuts first.
final class Cuts {

    private Cuts() {}

    static List<Program> of(Program program) {
        List<Program> cuts = new ArrayList<>();
        if (program.faultAt() > 0) {
            cuts.add(program.withFaultAt(0));
        }
        for (int process = program.processes().size() - 1; process >= 0; process--) {
            cuts.add(program.withoutProcess(process));
        }
        for (int process = 0; process < program.processes().size(); process++) {
            int changed = process;
            shorter(program.processes().get(process))
                    .forEach(operations -> cuts.add(program.withProcess(changed, operations)));
        }
        shorter(program.setUp()).forEach(operations -> cuts.add(program.withSetUp(operations)));
        simpler(program, cuts);
        return cuts;
    }

    /// The list without its second half, without everything on one handle, and without each one.
    private static List<List<DeviceOperation>> shorter(List<DeviceOperation> operations) {
        List<List<DeviceOperation>> shorter = new ArrayList<>();
        if (operations.size() > 2) {
            shorter.add(operations.subList(0, operations.size() / 2));
        }
        for (DeviceOperation operation : operations) {
            if (operation instanceof Open open) {
                shorter.add(operations.stream()
                        .filter(other ->
                                !(other instanceof OnHandle on && on.handle().equals(open.handle()))
                                        && !other.equals(open))
                        .toList());
            }
        }
        for (int i = operations.size() - 1; i >= 0; i--) {
            var without = new ArrayList<>(operations);
            without.remove(i);
            shorter.add(without);
        }
        return shorter;
    }

    /// An orderly unplug instead of a surprise.
    private static void simpler(Program program, List<Program> cuts) {
        for (int process = 0; process < program.processes().size(); process++) {
            List<DeviceOperation> operations = program.processes().get(process);
            for (int i = 0; i < operations.size(); i++) {
                if (operations.get(i) instanceof Unplug unplug && unplug.removal() == Removal.SURPRISE) {
                    var changed = new ArrayList<>(operations);
                    changed.set(i, new Unplug(unplug.device(), Removal.ORDERLY));
                    cuts.add(program.withProcess(process, changed));
                }
            }
        }
    }
}
