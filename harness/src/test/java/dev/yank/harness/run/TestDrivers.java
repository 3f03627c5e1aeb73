package dev.yank.harness.run;

import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Removal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The drivers of `dev.yank.testdriver`, and programs that ask of them only what they can do.
public final class TestDrivers {

    private static final Handle FIRST = new Handle(0, 1);
    private static final Handle SECOND = new Handle(0, 2);

    static final Progress NO_PROGRESS = Progress.SILENT;

    private TestDrivers() {}

    public static LoadedDriver load(String simpleName) {
        return DriverCatalog.ofProject().ofClass("dev.yank.testdriver." + simpleName);
    }

    /// Two processes that open, poll and close, and one that takes the device away.
    public static Program small() {
        return new Program(
                List.of(new Probe(0)),
                List.of(
                        List.of(new Open(FIRST), new Poll(FIRST), new Close(FIRST)),
                        List.of(new Open(SECOND), new Poll(SECOND)),
                        List.of(new Unplug(0, Removal.ORDERLY))),
                0);
    }

    /// Small programs that differ in what they leave out.
    static Program program(long seed) {
        List<List<DeviceOperation>> processes = small().processes();
        return new Program(
                small().setUp(),
                List.of(
                        some(processes.get(0), SplitMix.derive(seed, 0)),
                        some(processes.get(1), SplitMix.derive(seed, 1)),
                        processes.get(2)),
                0);
    }

    private static List<DeviceOperation> some(List<DeviceOperation> operations, long seed) {
        return operations.stream()
                .filter(operation -> operation instanceof Open || (seed >>> operations.indexOf(operation) & 1) == 0)
                .toList();
    }

    /// Leaves a black box behind as a run does that ends in the middle of an execution.
    public static void breakOff(Path file) throws IOException {
        BlackBox.create(file, 1).slot(0).begins("test-leaky", small());
    }

    static TrialSettings settings(int workers, long executions) {
        return new TrialSettings(1, "portfolio", workers, Optional.of(executions), (_, seed) -> program(seed));
    }
}
