package dev.yank.harness.generate;

import dev.yank.harness.program.Program;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Arbitrary programs for a kind of device.
///
/// The device is bound in the set-up, and now and then a handle is opened there that every process may use.
/// One process takes the device away, and may bring it back; the others open, use and close. Handle 0 is the
/// shared one, process p opens handle p + 1.
public final class Programs {

    private static final Handle SHARED = new Handle(0, 0);
    private static final int MOST_OPERATIONS = 5;

    private final DeviceKind kind;

    private Programs(DeviceKind kind) {
        this.kind = kind;
    }

    /// Programs of `fewest` to `most` processes.
    public static Arbitrary<Program> of(DeviceKind kind, int fewest, int most) {
        var programs = new Programs(kind);
        return Arbitraries.integers()
                .between(fewest, most)
                .flatMap(processes -> Combinators.combine(programs.setUp(), programs.processes(processes), faults())
                        .as(Program::new));
    }

    private Arbitrary<List<DeviceOperation>> setUp() {
        List<DeviceOperation> bound = List.of(new Probe(0));
        List<DeviceOperation> opened = List.of(new Probe(0), new Open(SHARED));
        return switch (kind) {
            case GPIO, REGISTER -> Arbitraries.frequency(Tuple.of(3, bound), Tuple.of(1, opened));
            case OBJECT -> ReferencePrograms.setUp();
            case EVENTS -> Arbitraries.frequency(Tuple.of(2, bound), Tuple.of(1, opened), Tuple.of(1, List.of()));
        };
    }

    /// Now and then an acquisition fails.
    private static Arbitrary<Integer> faults() {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(1, 16)));
    }

    private Arbitrary<List<List<DeviceOperation>>> processes(int count) {
        List<Arbitrary<List<DeviceOperation>>> each = new ArrayList<>();
        for (int process = 0; process < count - 1; process++) {
            each.add(kind == DeviceKind.OBJECT ? ReferencePrograms.holder(process) : user(new Handle(0, process + 1)));
        }
        each.add(remover());
        return Combinators.combine(each).as(lists -> lists);
    }

    /// Opens, does this and that, and mostly closes.
    private Arbitrary<List<DeviceOperation>> user(Handle own) {
        Arbitrary<List<DeviceOperation>> middle = use(own).list().ofMinSize(1).ofMaxSize(MOST_OPERATIONS - 2);
        return Combinators.combine(middle, Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false)))
                .as((operations, closes) -> {
                    List<DeviceOperation> all = new ArrayList<>();
                    all.add(new Open(own));
                    all.addAll(operations);
                    if (closes) {
                        all.add(new Close(own));
                    }
                    return all;
                });
    }

    private Arbitrary<DeviceOperation> use(Handle own) {
        Arbitrary<Handle> handle = Arbitraries.frequency(Tuple.of(5, own), Tuple.of(1, SHARED));
        return switch (kind) {
            case GPIO -> useLines(handle);
            case EVENTS -> awaitEvents(handle);
            case OBJECT -> handle.map(Read::new);
            case REGISTER -> useRegister(handle);
        };
    }

    private Arbitrary<DeviceOperation> useLines(Arbitrary<Handle> handle) {
        Arbitrary<Integer> line = Arbitraries.integers().between(0, 1);
        Arbitrary<Integer> level = Arbitraries.integers().between(0, 1);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(handle, waiting()).as(ReadEvent::new)),
                Tuple.of(2, Combinators.combine(handle, line).as(GetLine::new)),
                Tuple.of(2, Combinators.combine(handle, line, level).as(DirectionOutput::new)),
                Tuple.of(2, Combinators.combine(handle, line, level).as(SetLine::new)),
                Tuple.of(1, Combinators.combine(handle, line).as(DirectionInput::new)),
                Tuple.of(1, handle.map(Poll::new)),
                Tuple.of(2, drivePin()));
    }

    private static Arbitrary<DeviceOperation> awaitEvents(Arbitrary<Handle> handle) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(handle, waiting()).as(ReadEvent::new)),
                Tuple.of(1, handle.map(Poll::new)),
                Tuple.of(3, touch()));
    }

    /// A finger comes down on one of four places, and now and then leaves it.
    private static Arbitrary<DeviceOperation> touch() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3), Arbitraries.frequency(Tuple.of(5, 1), Tuple.of(1, 0)))
                .as((place, level) -> new DrivePin(0, place, level));
    }

    private static Arbitrary<DeviceOperation> drivePin() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1), Arbitraries.frequency(Tuple.of(3, 1), Tuple.of(1, 0)))
                .as((line, level) -> new DrivePin(0, line, level));
    }

    private static Arbitrary<Waiting> waiting() {
        return Arbitraries.of(Waiting.values());
    }

    private Arbitrary<DeviceOperation> useRegister(Arbitrary<Handle> handle) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, handle.map(Read::new)),
                Tuple.of(
                        3,
                        Combinators.combine(handle, Arbitraries.integers().between(1, 3))
                                .as(Write::new)),
                Tuple.of(
                        2,
                        Combinators.combine(handle, Arbitraries.integers().between(0, 5))
                                .as(Factorial::new)),
                Tuple.of(2, Combinators.combine(handle, Arbitraries.of(4, 16)).as(Transfer::new)),
                Tuple.of(1, handle.map(Poll::new)));
    }

    /// Takes the device away, perhaps after something else, perhaps to bring it back.
    private Arbitrary<List<DeviceOperation>> remover() {
        Arbitrary<List<DeviceOperation>> before = switch (kind) {
            case OBJECT -> Arbitraries.just(List.of());
            case GPIO, REGISTER ->
                Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.just(List.of())), Tuple.of(1, power()), Tuple.of(1, pins()));
            case EVENTS ->
                Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.just(List.of(new Probe(0)))),
                        Tuple.of(1, power()),
                        Tuple.of(1, pins()));
        };
        Arbitrary<DeviceOperation> unplug = Arbitraries.of(Removal.values()).map(removal -> new Unplug(0, removal));
        Arbitrary<List<DeviceOperation>> after =
                Arbitraries.frequency(Tuple.of(1, List.of()), Tuple.of(1, List.of(new Probe(0))));
        return Combinators.combine(before, unplug, after).as((first, middle, last) -> {
            List<DeviceOperation> all = new ArrayList<>(first);
            all.add(middle);
            all.addAll(last);
            return all;
        });
    }

    private static Arbitrary<List<DeviceOperation>> power() {
        return Arbitraries.just(List.of(new Suspend(0), new Resume(0)));
    }

    private Arbitrary<List<DeviceOperation>> pins() {
        return switch (kind) {
            case GPIO -> drivePin().list().ofSize(1);
            case EVENTS -> touch().list().ofSize(1);
            case OBJECT -> Arbitraries.just(List.of());
            case REGISTER -> power();
        };
    }
}
