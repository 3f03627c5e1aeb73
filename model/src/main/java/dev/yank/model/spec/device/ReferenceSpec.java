package dev.yank.model.spec.device;

import static dev.yank.model.spec.device.Effects.DONE;

import dev.yank.model.rule.Errno;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.FromOutside;
import dev.yank.model.spec.device.DeviceOperation.OnHandle;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import dev.yank.model.spec.device.References.Held;
import dev.yank.model.spec.device.References.Strength;
import java.util.List;
import java.util.Optional;

/// A counted object in a table, and the references that processes have (R3): a weak reference is upgraded
/// exactly while somebody keeps the object alive, and refused for ever once nobody does.
///
/// Probing puts a new object into the table, unplugging takes it out; opening looks it up.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, W. Almeida
/// Filho, 2021.
public final class ReferenceSpec implements SequentialSpec<References, DeviceOperation, Response> {

    private static final Response EBADF = Response.failed(Errno.EBADF);
    private static final Response EBUSY = Response.failed(Errno.EBUSY);
    private static final Response EINVAL = Response.failed(Errno.EINVAL);
    private static final Response ENODEV = Response.failed(Errno.ENODEV);
    private static final Response ENOMEM = Response.failed(Errno.ENOMEM);
    private static final Response ENXIO = Response.failed(Errno.ENXIO);

    private final Faults faults;

    public ReferenceSpec(Faults faults) {
        this.faults = faults;
    }

    @Override
    public String name() {
        return "references to a counted object";
    }

    @Override
    public References initial() {
        return References.NONE;
    }

    @Override
    public List<Effect<References, Response>> effects(References state, DeviceOperation operation) {
        return switch (operation) {
            case Open(Handle handle) -> lookUp(state, handle.number());
            case OnHandle on -> throughHandle(state, on);
            case ReferenceOperation make -> make(state, make);
            case FromOutside outside -> fromOutside(state, outside);
        };
    }

    private static List<Effect<References, Response>> lookUp(References state, int handle) {
        if (state.at(handle).isPresent()) {
            return List.of();
        }
        return state.present()
                ? only(state.with(new Held(handle, state.instance(), Strength.STRONG)), DONE)
                : only(state, ENXIO);
    }

    private static List<Effect<References, Response>> throughHandle(References state, OnHandle on) {
        int handle = on.handle().number();
        Optional<Held> held = state.at(handle);
        if (held.isEmpty()) {
            return only(state, EBADF);
        }
        return switch (on) {
            case Close _ -> only(state.without(handle), DONE);
            case Read _ -> only(state, held.get().strength() == Strength.STRONG ? Response.done(1) : EBADF);
            case DeviceOperation.Access _ -> only(state, EINVAL);
        };
    }

    private static List<Effect<References, Response>> make(References state, ReferenceOperation make) {
        Optional<Held> from = state.at(make.from().number());
        if (from.isEmpty()) {
            return only(state, EBADF);
        }
        if (state.at(make.to()).isPresent()) {
            return List.of();
        }
        int object = from.get().instance();
        boolean strong = from.get().strength() == Strength.STRONG;
        return switch (make) {
            case CloneReference(Handle _, int to) ->
                only(state.with(new Held(to, object, from.get().strength())), DONE);
            case Downgrade(Handle _, int to) ->
                strong ? only(state.with(new Held(to, object, Strength.WEAK)), DONE) : only(state, EBADF);
            case Upgrade(Handle _, int to) -> strong ? only(state, EBADF) : upgrade(state, object, to);
        };
    }

    private static List<Effect<References, Response>> upgrade(References state, int object, int to) {
        return state.isAlive(object)
                ? only(state.with(new Held(to, object, Strength.STRONG)), DONE)
                : only(state, ENXIO);
    }

    private List<Effect<References, Response>> fromOutside(References state, FromOutside outside) {
        return switch (outside) {
            case Probe _ -> insert(state);
            case Unplug _ -> state.present() ? only(state.removed(), DONE) : only(state, ENODEV);
            case DeviceOperation.Suspend _,
                    DeviceOperation.Resume _,
                    DeviceOperation.Unload _,
                    DeviceOperation.Delete _,
                    DeviceOperation.Misbehave _,
                    DeviceOperation.DrivePin _ -> only(state, EINVAL);
        };
    }

    private List<Effect<References, Response>> insert(References state) {
        if (state.present()) {
            return only(state, EBUSY);
        }
        var inserted = new Effect<>(state.inserted(), DONE);
        return faults == Faults.NONE ? List.of(inserted) : List.of(inserted, new Effect<>(state, ENOMEM));
    }

    /// Tables do not influence each other.
    @Override
    public Object partition(DeviceOperation operation) {
        return operation.device();
    }

    @Override
    public String describeOperation(DeviceOperation operation) {
        return Describe.operation(operation);
    }

    private static List<Effect<References, Response>> only(References next, Response response) {
        return List.of(new Effect<>(next, response));
    }
}
