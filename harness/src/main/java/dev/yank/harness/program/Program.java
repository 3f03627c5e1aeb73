package dev.yank.harness.program;

import dev.yank.model.spec.device.DeviceOperation;
import java.util.ArrayList;
import java.util.List;

/// What is performed in an execution, whatever the schedule.
///
/// First one process performs `setUp` alone. Then each process performs its operations in their order,
/// concurrently with the others. An operation on a handle that is not open at that moment is left out. When
/// no process can go on, devices that are still bound are unbound and files that are still open are closed,
/// so that every execution ends in the same empty world.
///
/// @param setUp performed first, alone
/// @param processes one list of operations a process
/// @param faultAt which acquisition fails, counted from 1 over the whole execution; 0 for none
public record Program(List<DeviceOperation> setUp, List<List<DeviceOperation>> processes, int faultAt) {

    /// How many processes a program can have.
    public static final int MOST_PROCESSES = 8;

    public Program(List<DeviceOperation> setUp, List<List<DeviceOperation>> processes, int faultAt) {
        if (processes.size() > MOST_PROCESSES) {
            throw new IllegalArgumentException(
                    "A program can have " + MOST_PROCESSES + " processes, but got " + processes.size() + ".");
        }
        if (faultAt < 0) {
            throw new IllegalArgumentException(
                    "The acquisition that fails is counted from 1, but got " + faultAt + ".");
        }
        this.setUp = List.copyOf(setUp);
        this.processes = processes.stream().map(List::copyOf).toList();
        this.faultAt = faultAt;
    }

    /// How many operations there are, set-up included.
    public int size() {
        return setUp.size() + processes.stream().mapToInt(List::size).sum();
    }

    /// This program with another set-up.
    public Program withSetUp(List<DeviceOperation> operations) {
        return new Program(operations, processes, faultAt);
    }

    /// This program with other operations for one process.
    public Program withProcess(int process, List<DeviceOperation> operations) {
        var changed = new ArrayList<>(processes);
        changed.set(process, operations);
        return new Program(setUp, changed, faultAt);
    }

    /// This program without one process.
    public Program withoutProcess(int process) {
        var changed = new ArrayList<>(processes);
        changed.remove(process);
        return new Program(setUp, changed, faultAt);
    }

    /// This program with another fault.
    public Program withFaultAt(int acquisition) {
        return new Program(setUp, processes, acquisition);
    }
}
