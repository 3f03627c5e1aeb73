package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;

/// `struct miscdevice`: a character device of the misc class. `misc_open` puts the miscdevice into
/// `private_data` and holds a lock while it calls open, so that the device cannot be deregistered meanwhile;
/// open files survive it.
///
/// Source: `drivers/char/misc.c`, Linux kernel.
public final class Miscdevice extends Struct {

    private final String name;
    private final FileOperations operations;
    private final Device parent;

    @Var
    private boolean registered;

    @Var
    private boolean deregistered;

    @Var
    private int instance;

    public Miscdevice(String name, FileOperations operations, Device parent) {
        this.name = name;
        this.operations = operations;
        this.parent = parent;
    }

    /// Makes the node live.
    ///
    /// @return 0 or a negative errno
    public static int misc_register(Miscdevice misc) {
        Machine machine = Machine.current();
        machine.use(misc, "misc_register");
        if (!machine.mayAcquire("misc_register")) {
            return -Errno.ENOMEM;
        }
        Mutex.mutex_lock(machine.miscMutex);
        machine.accesses(Access.WRITE, Shared.NODES, misc.parent.devt());
        boolean added = machine.characterDevices.add(machine, misc.parent.devt(), misc);
        if (added) {
            misc.registered = true;
            misc.deregistered = false;
            misc.instance = machine.instance(misc.parent.devt());
        }
        Mutex.mutex_unlock(machine.miscMutex);
        if (!added) {
            return -Errno.EBUSY;
        }
        machine.emit(EventKind.ACQUIRE, misc, 0, "misc device " + misc.name);
        return 0;
    }

    public static void misc_deregister(Miscdevice misc) {
        Machine machine = Machine.current();
        machine.use(misc, "misc_deregister");
        if (misc.deregistered) {
            machine.emit(EventKind.RELEASED_AGAIN, misc, 0, "misc device " + misc.name);
            return;
        }
        if (!misc.registered) {
            machine.emit(EventKind.MISUSE, misc, 0, "misc_deregister of a misc device that is not registered");
            return;
        }
        Mutex.mutex_lock(machine.miscMutex);
        machine.accesses(Access.WRITE, Shared.NODES, misc.parent.devt());
        machine.characterDevices.remove(machine, misc.parent.devt());
        misc.registered = false;
        misc.deregistered = true;
        Mutex.mutex_unlock(machine.miscMutex);
        machine.emit(EventKind.RELEASE, misc, 0, "misc device " + misc.name);
    }

    /// The instance of the device that it was registered for.
    int instance() {
        return instance;
    }

    FileOperations operations() {
        return operations;
    }
}
