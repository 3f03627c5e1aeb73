package dev.yank.harness.generate;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import dev.yank.harness.program.Shape.Feature;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.DirectionInput;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.Resume;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Suspend;
import dev.yank.model.spec.device.DeviceOperation.Transfer;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceOperation.Write;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Removal;
import dev.yank.model.spec.device.Waiting;
import java.util.ArrayList;
import java.util.List;

/// Draws a program of a shape, built as those of [Programs] are: the device is bound in the set-up; one process
/// takes it away and may bring it back; the others open, use and mostly close. Handle 0 is the shared one, process
/// p opens handle p + 1.
final class ShapedProgram {

    private static final Handle SHARED = new Handle(0, 0);
    private static final int MOST_FAULTS = 16;

    /// Where a finger can come down on a touch screen.
    private static final int PLACES = 4;

    private final DeviceKind kind;
    private final Shape shape;
    private final SplitMix random;

    ShapedProgram(DeviceKind kind, Shape shape, SplitMix random) {
        this.kind = kind;
        this.shape = shape;
        this.random = random;
    }

    Program draw() {
        var references = new ShapedReferences(shape, random);
        boolean isShared = happens(Feature.SHARED_FILE, 2);
        boolean bindsLate = kind == DeviceKind.EVENTS && !isShared && random.nextInt(2) == 0;
        List<DeviceOperation> setUp = kind == DeviceKind.OBJECT ? references.setUp() : setUp(isShared, bindsLate);
        List<List<DeviceOperation>> processes = new ArrayList<>();
        for (int process = 0; process < shape.processes() - 1; process++) {
            processes.add(
                    kind == DeviceKind.OBJECT
                            ? references.holder(process)
                            : user(new Handle(0, process + 1), isShared));
        }
        processes.add(remover(bindsLate));
        return new Program(setUp, processes, happens(Feature.FAULTS, 3) ? 1 + random.nextInt(MOST_FAULTS) : 0);
    }

    /// The device is there before the processes, if none of them binds it.
    private List<DeviceOperation> setUp(boolean isShared, boolean bindsLate) {
        if (isShared) {
            return List.of(new Probe(0), new Open(SHARED));
        }
        return bindsLate ? List.of() : List.of(new Probe(0));
    }

    private List<DeviceOperation> user(Handle own, boolean isShared) {
        List<DeviceOperation> operations = new ArrayList<>();
        operations.add(new Open(own));
        int middle = 1 + random.nextInt(shape.longest() - 2);
        for (int i = 0; i < middle; i++) {
            operations.add(use(own, isShared));
        }
        if (random.nextInt(4) != 0) {
            operations.add(new Close(own));
        }
        return operations;
    }

    private DeviceOperation use(Handle own, boolean isShared) {
        if (shape.has(Feature.PINS) && random.nextInt(shape.operations().size() + 1) == 0) {
            return drivePin();
        }
        Handle handle = isShared && random.nextInt(3) == 0 ? SHARED : own;
        String operation = operation();
        return switch (operation) {
            case "read" -> new Read(handle);
            case "write" -> new Write(handle, 1 + random.nextInt(3));
            case "poll" -> new Poll(handle);
            case "factorial" -> new Factorial(handle, random.nextInt(6));
            case "transfer" -> new Transfer(handle, random.nextInt(2) == 0 ? 4 : 16);
            case "read-event" -> new ReadEvent(handle, Waiting.values()[random.nextInt(2)]);
            case "get-line" -> new GetLine(handle, line());
            case "set-line" -> new SetLine(handle, line(), level());
            case "direction-output" -> new DirectionOutput(handle, line(), level());
            case "direction-input" -> new DirectionInput(handle, line());
            default -> throw new IllegalStateException("No program asks for '" + operation + "'.");
        };
    }

    /// One of those in the shape, the interesting ones more often.
    private String operation() {
        int sum = shape.operations().stream().mapToInt(ShapedProgram::weight).sum();
        @Var int rest = random.nextInt(sum);
        for (String operation : shape.operations()) {
            rest -= weight(operation);
            if (rest < 0) {
                return operation;
            }
        }
        throw new IllegalStateException("A shape without operations.");
    }

    private static int weight(String operation) {
        return switch (operation) {
            case "read", "write", "read-event" -> 3;
            case "poll", "direction-input" -> 1;
            default -> 2;
        };
    }

    /// Whether something that may happen does, once in so many programs.
    private boolean happens(Feature feature, int oneIn) {
        return shape.has(feature) && random.nextInt(oneIn) == 0;
    }

    private int line() {
        return random.nextInt(2);
    }

    private int level() {
        return random.nextInt(2);
    }

    /// Rises three times as often as it falls.
    private DeviceOperation drivePin() {
        int pin = kind == DeviceKind.EVENTS ? random.nextInt(PLACES) : line();
        return new DrivePin(0, pin, random.nextInt(4) == 0 ? 0 : 1);
    }

    /// Takes the device away, perhaps after something else, perhaps to bring it back.
    ///
    /// @param bindsLate whether it first binds the device, while others open it and it reports events already
    private List<DeviceOperation> remover(boolean bindsLate) {
        List<DeviceOperation> operations = new ArrayList<>();
        if (bindsLate) {
            operations.add(new Probe(0));
        }
        if (kind != DeviceKind.OBJECT && happens(Feature.POWER, 4)) {
            operations.add(new Suspend(0));
            operations.add(new Resume(0));
        }
        if (happens(Feature.PINS, 3)) {
            operations.add(drivePin());
        }
        operations.add(new Unplug(0, happens(Feature.SURPRISE, 2) ? Removal.SURPRISE : Removal.ORDERLY));
        if (happens(Feature.REPLUG, 2)) {
            operations.add(new Probe(0));
        }
        return operations;
    }
}
