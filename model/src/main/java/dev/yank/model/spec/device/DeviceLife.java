package dev.yank.model.spec.device;

import static dev.yank.model.spec.device.Effects.DONE;
import static dev.yank.model.spec.device.Effects.anyOf;
import static dev.yank.model.spec.device.Effects.only;

import dev.yank.model.rule.Errno;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.Replug;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.device.DeviceOperation.Access;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Delete;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Misbehave;
import dev.yank.model.spec.device.DeviceOperation.OnHandle;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Resume;
import dev.yank.model.spec.device.DeviceOperation.Suspend;
import dev.yank.model.spec.device.DeviceOperation.Unload;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceState.Node;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import dev.yank.model.spec.device.Standing.Dead;
import dev.yank.model.spec.device.Standing.Live;
import dev.yank.model.spec.device.Standing.NotOpen;
import java.util.ArrayList;
import java.util.List;

/// The life of a device and of its handles, which all kinds of device share.
///
/// @param <D> what the hardware remembers
final class DeviceLife<D> {

    private static final Response EAGAIN = Response.failed(Errno.EAGAIN);
    private static final Response EBADF = Response.failed(Errno.EBADF);
    private static final Response EBUSY = Response.failed(Errno.EBUSY);
    private static final Response EINVAL = Response.failed(Errno.EINVAL);
    private static final Response ENODEV = Response.failed(Errno.ENODEV);
    private static final Response ENXIO = Response.failed(Errno.ENXIO);
    private static final Response ENOMEM = Response.failed(Errno.ENOMEM);

    private final Hardware<D> hardware;
    private final DeviceState<D> initial;
    private final List<Response> openWhenGone;
    private final Faults faults;
    private final Replug replug;

    DeviceLife(Hardware<D> hardware, Policy policy, Initially initially, Faults faults) {
        this.hardware = hardware;
        this.initial = DeviceState.initial(initially, hardware.initial());
        this.openWhenGone = DeadAnswers.openWhenGone(policy.deadAnswer());
        this.faults = faults;
        this.replug = policy.replug();
    }

    DeviceState<D> initial() {
        return initial;
    }

    List<Effect<DeviceState<D>, Response>> effects(DeviceState<D> state, DeviceOperation operation) {
        return switch (operation) {
            case OnHandle onHandle -> throughHandle(state, onHandle);
            case Open(Handle handle) -> open(state, handle);
            case CloneReference(Handle from, int to) -> duplicate(state, from, to);
            case Downgrade _, Upgrade _ -> only(state, EINVAL);
            case Probe _ -> probe(state);
            case Unplug _ -> unplug(state);
            case Suspend _, Resume _ -> only(state, state.bound() ? DONE : ENODEV);
            case Unload _ -> unload(state);
            case Delete _ -> delete(state);
            case Misbehave _ -> only(state.bound() ? state.with(hardware.suspected(state.hardware())) : state, DONE);
            case DrivePin drive -> only(state.with(driven(state, drive)), DONE);
        };
    }

    private record At(Standing standing, OnHandle operation) {}

    private List<Effect<DeviceState<D>, Response>> throughHandle(DeviceState<D> state, OnHandle operation) {
        return switch (new At(state.standing(operation.handle()), operation)) {
            case At(NotOpen _, OnHandle _) -> only(state, EBADF);
            case At(Live _, Access access) -> orFault(state, hardware.live(state, access), ENOMEM);
            case At(Dead _, Access access) -> hardware.dead(state, access);
            case At(Live _, Close(Handle handle)) -> only(state.closed(handle), DONE);
            case At(Dead _, Close(Handle handle)) -> only(state.closed(handle), DONE);
        };
    }

    /// A handle names one open file, so a second open under its name cannot take effect. An open that races
    /// with removal may give a handle that is dead from the beginning (R31); that none which begins later
    /// does is for R20 to say. Memory may run out before anybody has looked whether the device is there.
    private List<Effect<DeviceState<D>, Response>> open(DeviceState<D> state, Handle handle) {
        if ((state.open() & handle.bit()) != 0) {
            return List.of();
        }
        if (state.bound() && state.node() == Node.ELSEWHERE) {
            return only(state, ENXIO);
        }
        if (state.bound()) {
            return orFault(state, only(state.opened(handle), DONE), ENOMEM);
        }
        List<Effect<DeviceState<D>, Response>> refusedOrDead = new ArrayList<>(anyOf(state, openWhenGone));
        refusedOrDead.add(new Effect<>(state.openedDead(handle), DONE));
        return orFault(state, refusedOrDead, ENOMEM);
    }

    /// `dup()`: both descriptors stand for one open file, which lives until the last of them is closed. Whether the
    /// device is there does not matter.
    private List<Effect<DeviceState<D>, Response>> duplicate(DeviceState<D> state, Handle from, int to) {
        if ((state.open() & from.bit()) == 0) {
            return only(state, EBADF);
        }
        return (state.open() & 1L << to) != 0 ? List.of() : only(state.duplicated(from, to), DONE);
    }

    private List<Effect<DeviceState<D>, Response>> probe(DeviceState<D> state) {
        return state.bound() ? only(state, EBUSY) : orFault(state, probed(state), ENOMEM, EBUSY, ENODEV);
    }

    /// By policy P11 the number of a node is not given away while a file is open that has it. Where all are closed it
    /// may be free, or not yet: an operation may hold its file longer than the handle is open.
    private List<Effect<DeviceState<D>, Response>> probed(DeviceState<D> state) {
        DeviceState<D> same = state.probed();
        if (state.node() == Node.FIXED) {
            return only(same, DONE);
        }
        var elsewhere = new Effect<>(same.behind(Node.ELSEWHERE), DONE);
        return state.open() != 0
                ? List.of(elsewhere)
                : List.of(new Effect<>(same.behind(Node.MAY_CHANGE), DONE), elsewhere);
    }

    private DeviceState<D> removed(DeviceState<D> state) {
        DeviceState<D> removed = state.removed(hardware.removed(state.hardware()));
        return replug == Replug.SAME_NODE ? removed : removed.behind(Node.MAY_CHANGE);
    }

    private List<Effect<DeviceState<D>, Response>> unplug(DeviceState<D> state) {
        return state.bound() ? only(removed(state), DONE) : only(state, ENODEV);
    }

    /// Whether somebody still uses the module is not seen in a history; where nobody does, its device is gone.
    private List<Effect<DeviceState<D>, Response>> unload(DeviceState<D> state) {
        var refused = new Effect<DeviceState<D>, Response>(state, EAGAIN);
        DeviceState<D> unloaded = state.bound() ? removed(state) : state;
        return List.of(new Effect<>(unloaded, DONE), refused);
    }

    /// Of several that ask for it at once one is heard, and the device is unbound some time later: the others are told
    /// that it is gone while it is not yet. Where somebody else unbinds it meanwhile, it is deleted all the same.
    private List<Effect<DeviceState<D>, Response>> delete(DeviceState<D> state) {
        return state.bound()
                ? List.of(
                        new Effect<>(state.removed(hardware.removed(state.hardware())), DONE),
                        new Effect<>(state, ENODEV))
                : anyOf(state, List.of(ENODEV, DONE));
    }

    private D driven(DeviceState<D> state, DrivePin drive) {
        return state.bound()
                ? hardware.driven(state.hardware(), drive)
                : hardware.drivenWhileGone(state.hardware(), drive);
    }

    private List<Effect<DeviceState<D>, Response>> orFault(
            DeviceState<D> state, List<Effect<DeviceState<D>, Response>> effects, Response... faultAnswers) {
        if (faults == Faults.NONE) {
            return effects;
        }
        List<Effect<DeviceState<D>, Response>> more = new ArrayList<>(effects);
        for (Response answer : faultAnswers) {
            more.add(new Effect<>(state, answer));
        }
        return more;
    }
}
