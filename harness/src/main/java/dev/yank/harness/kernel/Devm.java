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
        Machine machine = Machine.current();
        machine.point(Access.WRITE, dev);
        if (!machine.mayAcquire("devm_add_action")) {
            return -Errno.ENOMEM;
        }
        var resource = new Action();
        machine.emit(EventKind.ACQUIRE, resource, 0, "an action");
        dev.manage(machine, resource, "an action", () -> {
            machine.emit(EventKind.RELEASE, resource, 0, "an action");
            action.run();
        });
        return 0;
    }

    /// As [#devm_add_action]; where the action cannot be registered it runs at once.
    public static int devm_add_action_or_reset(Device dev, Runnable action) {
        int err = devm_add_action(dev, action);
        if (err != 0) {
            action.run();
        }
        return err;
    }
}
