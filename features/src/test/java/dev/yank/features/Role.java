package dev.yank.features;

import static dev.yank.model.spec.device.Waiting.BLOCKING;
import static dev.yank.model.spec.device.Waiting.NONBLOCKING;

import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Delete;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Misbehave;
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
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Lie;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import dev.yank.model.spec.device.Removal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The parts that feature files hand out in explorations. What each does varies a little from one program to
/// the next.
enum Role {
    /// Opens and closes.
    OPENER,
    /// Opens, reads twice without waiting, and closes.
    READER,
    /// Opens, waits for an event, or on an edu device for a transfer, and closes.
    WAITER,
    /// Opens, writes, looks what became of it, and closes.
    WRITER,
    /// Opens, polls twice and closes.
    POLLER,
    /// Has the device open from the beginning, uses it twice and closes.
    HOLDER,
    /// Opens an edu device, has it compute a factorial, and closes.
    CALCULATOR,
    /// Drives two pins up, one of them down again, and up once more.
    SIGNALLER,
    /// Binds the driver.
    BINDER,
    /// Has the driver let go.
    UNPLUGGER,
    /// Pulls the device out while it works.
    PULLER,
    /// Has the driver let go, and binds it again.
    REPLUGGER,
    /// Has the driver let go, and binds it again, twice if need be.
    RESTARTER,
    /// A device that may lie gives back a buffer that does not exist, or in another way no sound device would.
    LIAR,
    /// Unloads the driver.
    UNLOADER,
    /// Has the device deleted through its attribute.
    DELETER,
    /// Suspends the device and resumes it.
    SUSPENDER,
    /// Has a weak reference to an object from the beginning, upgrades it, and drops what that gives.
    UPGRADER,
    /// Has a strong reference from the beginning, and drops it.
    DROPPER,
    /// Has a strong reference from the beginning, clones it, and drops first the one and then the other.
    CLONER,
    /// Takes the object out of its table.
    REMOVER;

    private static final int WEAK = 8;
    private static final int MADE = 16;

    /// The role that a feature file calls by that word.
    static Role of(String word) {
        for (Role role : values()) {
            String singular = role.name().toLowerCase(Locale.ROOT);
            if (word.equals(singular) || word.equals(singular + "s")) {
                return role;
            }
        }
        throw new IllegalArgumentException("There is no role '" + word + "'; see the list in Role.");
    }

    /// What a player of this role does.
    ///
    /// @param file the player's own
    List<DeviceOperation> operations(DeviceKind kind, Handle file, SplitMix draw) {
        return switch (this) {
            case OPENER -> opened(file, draw, List.of());
            case READER -> opened(file, draw, List.of(look(kind, file, draw), look(kind, file, draw)));
            case WAITER -> opened(file, draw, List.of(await(kind, file, draw)));
            case WRITER -> opened(file, draw, List.of(change(kind, file, draw), look(kind, file, draw)));
            case POLLER -> opened(file, draw, List.of(new Poll(file), new Poll(file)));
            case HOLDER -> List.of(look(kind, file, draw), change(kind, file, draw), new Poll(file), new Close(file));
            case CALCULATOR -> opened(file, draw, List.of(new Factorial(file, draw.nextInt(6))));
            case SIGNALLER ->
                List.of(new DrivePin(0, 0, 1), new DrivePin(0, 1, 1), new DrivePin(0, 0, 0), new DrivePin(0, 0, 1));
            case BINDER -> List.of(new Probe(0));
            case UNPLUGGER -> List.of(new Unplug(0, Removal.ORDERLY));
            case PULLER -> List.of(new Unplug(0, Removal.SURPRISE));
            case REPLUGGER -> List.of(new Unplug(0, Removal.ORDERLY), new Probe(0));
            case RESTARTER -> List.of(new Unplug(0, Removal.ORDERLY), new Probe(0), new Probe(0));
            case LIAR -> List.of(new Misbehave(0, Lie.values()[draw.nextInt(Lie.values().length)]));
            case UNLOADER -> List.of(new Unload(0));
            case DELETER -> List.of(new Delete(0));
            case SUSPENDER -> List.of(new Suspend(0), new Resume(0));
            case UPGRADER -> List.of(new Upgrade(beside(file, WEAK), made(file)), new Close(beside(file, MADE)));
            case DROPPER -> List.of(new Close(file));
            case CLONER ->
                List.of(new CloneReference(file, made(file)), new Close(file), new Close(beside(file, MADE)));
            case REMOVER -> List.of(new Unplug(0, Removal.ORDERLY));
        };
    }

    /// What has happened for a player of this role before the others begin.
    List<DeviceOperation> before(Handle file) {
        return switch (this) {
            case HOLDER, DROPPER, CLONER -> List.of(new Open(file));
            case UPGRADER -> List.of(new Open(file), new Downgrade(file, file.number() + WEAK), new Close(file));
            case OPENER,
                    READER,
                    WAITER,
                    WRITER,
                    POLLER,
                    CALCULATOR,
                    SIGNALLER,
                    BINDER,
                    UNPLUGGER,
                    PULLER,
                    REPLUGGER,
                    RESTARTER,
                    SUSPENDER,
                    UNLOADER,
                    LIAR,
                    DELETER,
                    REMOVER -> List.of();
        };
    }

    private static int made(Handle file) {
        return file.number() + MADE;
    }

    private static Handle beside(Handle file, int distance) {
        return new Handle(file.device(), file.number() + distance);
    }

    /// Three of four close what they opened; the others leave that to the end.
    private static List<DeviceOperation> opened(Handle file, SplitMix draw, List<DeviceOperation> middle) {
        List<DeviceOperation> all = new ArrayList<>(List.of(new Open(file)));
        all.addAll(middle);
        if (draw.nextInt(4) != 0) {
            all.add(new Close(file));
        }
        return all;
    }

    private static DeviceOperation look(DeviceKind kind, Handle file, SplitMix draw) {
        return switch (kind) {
            case GPIO -> draw.nextInt(2) == 0 ? new GetLine(file, draw.nextInt(2)) : new ReadEvent(file, NONBLOCKING);
            case EVENTS -> new ReadEvent(file, NONBLOCKING);
            case OBJECT -> new Read(file);
            case REGISTER -> new Read(file);
        };
    }

    private static DeviceOperation await(DeviceKind kind, Handle file, SplitMix draw) {
        return switch (kind) {
            case GPIO, EVENTS -> new ReadEvent(file, BLOCKING);
            case OBJECT -> new Read(file);
            case REGISTER -> new Transfer(file, 4 << draw.nextInt(3));
        };
    }

    private static DeviceOperation change(DeviceKind kind, Handle file, SplitMix draw) {
        return switch (kind) {
            case GPIO ->
                draw.nextInt(2) == 0
                        ? new DirectionOutput(file, draw.nextInt(2), draw.nextInt(2))
                        : new SetLine(file, draw.nextInt(2), 1);
            case EVENTS -> new DrivePin(0, draw.nextInt(2), 1);
            case OBJECT -> new Read(file);
            case REGISTER -> new Write(file, 1 + draw.nextInt(3));
        };
    }
}
