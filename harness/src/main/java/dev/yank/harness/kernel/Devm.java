package dev.yank.harness.kernel;

import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// The `devm_` functions of `<linux/device.h>`: what they acquire is given back when the driver is unbound,
/// the youngest first, whoever still has a file open.
///
/// Source: `Documentation/driver-api/driver-model/devres.rst`, Linux kernel, T. Heo, 2007.
public final class Devm {

    /// A registered action, as a resource of its own.
    private static final class Action extends Struct {}

    private static final String AN_ACTION = "an action";
    private static final String AN_ENTRY = "a devres entry";

    private Devm() {}

    /// Memory that lives as long as `dev` is bound.
    ///
    /// @return the object, or null where memory is short
    public static <T> @Nullable T devm_kzalloc(Device dev, T object) {
        Machine machine = Machine.current();
        if (!Slab.allocate(object, dev.id(machine), "devm_kzalloc")) {
            return null;
        }
        Memory memory = Slab.memoryOf(object);
        dev.manage(machine, memory.id(), "memory", () -> memory.free(machine));
        return object;
    }

    /// Frees memory of [#devm_kzalloc] before its time.
    public static void devm_kfree(Device dev, Object object) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, dev);
        Memory memory = Slab.memoryOf(object);
        if (!dev.unmanage(machine, memory.id())) {
            machine.emit(EventKind.MISUSE, dev, 0, "devm_kfree of memory that devres does not hold");
        }
        memory.free(machine);
    }

    /// Registers an action that runs at unbind.
    ///
    /// @return 0 or -ENOMEM
    public static int devm_add_action(Device dev, Runnable action) {
        return add(dev, action, new Action());
    }

    private static int add(Device dev, Runnable action, Action resource) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, dev);
        if (!machine.mayAcquire("devm_add_action")) {
            machine.emit(EventKind.ACTION_REFUSED, resource, 0, AN_ACTION);
            return -Errno.ENOMEM;
        }
        machine.emit(EventKind.ACQUIRE, resource, 0, AN_ACTION);
        dev.manage(machine, resource, AN_ACTION, () -> {
            machine.emit(EventKind.RELEASE, resource, 0, AN_ACTION);
            run(machine, action, resource, 1);
        });
        return 0;
    }

    private static void run(Machine machine, Runnable action, Action resource, int byDevres) {
        machine.emit(EventKind.ACTION_BEGIN, resource, byDevres, AN_ACTION);
        action.run();
        machine.emit(EventKind.ACTION_END, resource, 0, AN_ACTION);
    }

    /// An entry for devres that is not in charge of anything yet, made before what it is to release, so that
    /// nothing can fail afterwards.
    public static final class Entry extends Struct {
        private final Runnable release;

        private Entry(Runnable release) {
            this.release = release;
        }
    }

    /// `devres_alloc()`.
    ///
    /// @return the entry, or null where memory is short
    public static @Nullable Entry devres_alloc(Runnable release) {
        Machine machine = Machine.current();
        machine.point();
        if (!machine.mayAcquire("devres_alloc")) {
            return null;
        }
        var entry = new Entry(release);
        machine.emit(EventKind.ACQUIRE, entry, 1, AN_ENTRY);
        return entry;
    }

    /// Gives up an entry that was never added.
    public static void devres_free(Entry entry) {
        Machine machine = Machine.current();
        machine.point();
        machine.emit(EventKind.RELEASE, entry, 0, AN_ENTRY);
    }

    /// Puts the entry in charge: its release runs when the driver is unbound.
    public static void devres_add(Device dev, Entry entry) {
        Machine machine = Machine.current();
        machine.point();
        dev.manage(machine, entry, AN_ENTRY, () -> {
            machine.emit(EventKind.RELEASE, entry, 0, AN_ENTRY);
            entry.release.run();
        });
    }

    /// As [#devm_add_action]; where the action cannot be registered it runs at once.
    public static int devm_add_action_or_reset(Device dev, Runnable action) {
        var resource = new Action();
        int err = add(dev, action, resource);
        if (err != 0) {
            run(Machine.current(), action, resource, 0);
        }
        return err;
    }
}
