package dev.yank.model.spec.device;

import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Delete;
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
import dev.yank.model.spec.device.DeviceOperation.Unload;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceOperation.Write;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Operations on devices, for properties.
public final class DeviceArbitraries {

    private DeviceArbitraries() {}

    /// Every operation, on a few devices, with any arguments.
    public static Arbitrary<DeviceOperation> operations() {
        Arbitrary<Integer> device = Arbitraries.integers().between(0, 3);
        Arbitrary<Handle> handle = Combinators.combine(
                        device, Arbitraries.integers().between(0, Handle.LIMIT - 1))
                .as(Handle::new);
        return operations(device, handle, Arbitraries.integers().between(0, DeviceOperation.LINES - 1));
    }

    /// Operations of one kind that meet each other often: two handles, two lines, small numbers.
    public static Arbitrary<DeviceOperation> crowded(DeviceKind kind, int devices) {
        Arbitrary<Integer> device = Arbitraries.integers().between(0, devices - 1);
        Arbitrary<Handle> handle = Combinators.combine(
                        device, Arbitraries.integers().between(0, 1))
                .as(Handle::new);
        Arbitrary<Integer> bit = Arbitraries.integers().between(0, 1);
        Arbitrary<DeviceOperation> life = Arbitraries.oneOf(
                handle.map(Open::new),
                handle.map(Close::new),
                Combinators.combine(device, Arbitraries.of(Removal.class)).as(Unplug::new),
                device.map(Probe::new));
        Arbitrary<DeviceOperation> access = switch (kind) {
            case OBJECT ->
                Arbitraries.oneOf(
                        handle.map(Read::new),
                        Combinators.combine(handle, bit).as(CloneReference::new),
                        Combinators.combine(handle, bit).as(Downgrade::new),
                        Combinators.combine(handle, bit).as(Upgrade::new));
            case REGISTER ->
                Arbitraries.oneOf(
                        handle.map(Read::new), Combinators.combine(handle, bit).as(Write::new));
            case GPIO, EVENTS ->
                Arbitraries.oneOf(
                        handle.map(Poll::new),
                        Combinators.combine(handle, bit).as(DirectionInput::new),
                        Combinators.combine(handle, bit, bit).as(DirectionOutput::new),
                        Combinators.combine(handle, bit).as(GetLine::new),
                        Combinators.combine(handle, bit, bit).as(SetLine::new),
                        Combinators.combine(handle, Arbitraries.of(Waiting.class))
                                .as(ReadEvent::new),
                        Combinators.combine(device, bit, bit).as(DrivePin::new));
        };
        return Arbitraries.frequencyOf(Tuple.of(1, life), Tuple.of(2, access));
    }

    private static Arbitrary<DeviceOperation> operations(
            Arbitrary<Integer> device, Arbitrary<Handle> handle, Arbitrary<Integer> line) {
        Arbitrary<Integer> level = Arbitraries.integers().between(0, 1);
        Arbitrary<Integer> other = Arbitraries.integers().between(0, Handle.LIMIT - 1);
        Arbitrary<Integer> number = Arbitraries.integers().greaterOrEqual(0);
        Arbitrary<Integer> bytes = Arbitraries.integers().between(1, DeviceOperation.MAX_TRANSFER);
        return Arbitraries.oneOf(
                handle.map(Open::new),
                handle.map(Close::new),
                handle.map(Read::new),
                Combinators.combine(handle, number).as(Write::new),
                handle.map(Poll::new),
                Combinators.combine(handle, line).as(DirectionInput::new),
                Combinators.combine(handle, line, level).as(DirectionOutput::new),
                Combinators.combine(handle, line).as(GetLine::new),
                Combinators.combine(handle, line, level).as(SetLine::new),
                Combinators.combine(handle, number).as(Factorial::new),
                Combinators.combine(handle, bytes).as(Transfer::new),
                Combinators.combine(handle, Arbitraries.of(Waiting.class)).as(ReadEvent::new),
                Combinators.combine(device, Arbitraries.of(Removal.class)).as(Unplug::new),
                device.map(Probe::new),
                device.map(Suspend::new),
                device.map(Resume::new),
                device.map(Unload::new),
                device.map(Delete::new),
                Combinators.combine(handle, other).as(CloneReference::new),
                Combinators.combine(handle, other).as(Downgrade::new),
                Combinators.combine(handle, other).as(Upgrade::new),
                Combinators.combine(device, line, level).as(DrivePin::new));
    }
}
