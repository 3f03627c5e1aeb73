package dev.yank.harness.shrink;

import dev.yank.harness.program.Program;
import dev.yank.model.spec.device.DeviceOperation;
import java.util.ArrayList;
import java.util.List;

/// Everything single that can be taken from a program: its fault, a process, an operation.
final class Removals {

    private Removals() {}

    static List<Program> of(Program program) {
        List<Program> removals = new ArrayList<>();
        if (program.faultAt() > 0) {
            removals.add(program.withFaultAt(0));
        }
        for (int process = 0; process < program.processes().size(); process++) {
            removals.add(program.withoutProcess(process));
            int changed = process;
            without(program.processes().get(process))
                    .forEach(operations -> removals.add(program.withProcess(changed, operations)));
        }
        without(program.setUp()).forEach(operations -> removals.add(program.withSetUp(operations)));
        return removals;
    }

    private static List<List<DeviceOperation>> without(List<DeviceOperation> operations) {
        List<List<DeviceOperation>> all = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            List<DeviceOperation> rest = new ArrayList<>(operations);
            rest.remove(i);
            all.add(rest);
        }
        return all;
    }
}
