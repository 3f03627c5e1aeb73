package dev.yank.harness.kernel.rust;

import static dev.yank.harness.kernel.Completion.complete_all;
import static dev.yank.harness.kernel.Completion.wait_for_completion;

import dev.yank.harness.kernel.Access;
import dev.yank.harness.kernel.Completion;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Struct;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `Devres<T>`: a resource of a device that is revoked when the device is unbound, whoever still holds the
/// `Devres`.
///
/// Unbinding never ends before the resource has been dropped: where the holder drops the `Devres` at the same
/// time, the devres action waits for it. Source: `rust/kernel/devres.rs`, Linux kernel, D. Krummrich, 2024.
public final class Devres<T> extends Struct implements Drop {

    private final Device dev;
    private final Revocable<T> data;
    private final Completion revoked = new Completion();
    private final int id;

    private Devres(Device dev, T data, Machine machine) {
        this.dev = dev;
        this.data = new Revocable<>(data);
        this.id = id(machine);
    }

    /// `Devres::new(dev, data)`: where it fails `data` is dropped at once.
    ///
    /// @return the resource, or null where memory is short
    public static <T> @Nullable Devres<T> devres_new(Device dev, T data) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, dev);
        if (!machine.mayAcquire("Devres::new")) {
            Drop.drop(data);
            return null;
        }
        var devres = new Devres<>(dev, data, machine);
        machine.emit(EventKind.ACQUIRE, devres, 0, "a Devres");
        dev.manage(machine, devres, "a Devres", devres::action);
        return devres;
    }

    /// Access to the resource, or null where the device is unbound.
    public Revocable.@Nullable Guard<T> try_access() {
        return data.try_access();
    }

    /// The holder gives the resource up before the device is unbound.
    @Override
    public void drop() {
        Machine machine = Machine.current();
        if (!data.revoke_nosync()) {
            return;
        }
        if (dev.unmanage(machine, id)) {
            machine.emit(EventKind.RELEASE, this, 0, "a Devres");
        } else {
            complete_all(revoked);
        }
    }

    private void action() {
        Machine machine = Machine.current();
        machine.emit(EventKind.RELEASE, this, 0, "a Devres");
        if (!data.revoke()) {
            wait_for_completion(revoked);
        }
    }
}
