package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `struct cdev`: a character device. It is live as soon as it is added; after [#cdev_del] nobody can open it
/// any more, but every file that is open keeps its operations.
///
/// Open files hold a reference on it, so the memory that it is embedded in must live as long as they do.
/// Source: `fs/char_dev.c`, Linux kernel.
public final class Cdev extends Struct {

    private final Kref kobject = new Kref();

    @Var
    private @Nullable FileOperations operations;

    @Var
    private @Nullable Device parent;

    @Var
    private @Nullable UresGroup group;

    @Var
    private int minor = -1;

    /// Whether it was added since it was initialised, so that its count says who refers to it.
    @Var
    private boolean wasAdded;

    @Var
    private int instance;

    @Override
    public void yank$adopt(Memory memory) {
        super.yank$adopt(memory);
        kobject.yank$adopt(memory);
        memory.embeds(this);
    }

    public static void cdev_init(Cdev cdev, FileOperations operations) {
        Machine machine = Machine.current();
        machine.use(cdev, "cdev_init");
        if (cdev.isReferenced(machine)) {
            machine.emit(EventKind.REINITIALISED, cdev, 0, "a cdev");
        }
        cdev.wasAdded = false;
        cdev.operations = operations;
        Kref.kref_init(cdev.kobject);
    }

    /// Makes the node `devt` live.
    ///
    /// @return 0 or a negative errno
    public static int cdev_add(Cdev cdev, int devt) {
        Machine machine = Machine.current();
        machine.use(cdev, "cdev_add");
        if (!machine.mayAcquire("cdev_add")) {
            return -Errno.ENOMEM;
        }
        machine.accesses(Access.WRITE, Shared.NODES, devt);
        if (!machine.characterDevices.add(machine, devt, cdev)) {
            return -Errno.EBUSY;
        }
        cdev.minor = devt;
        cdev.wasAdded = true;
        cdev.instance = machine.instance(devt);
        machine.emit(EventKind.ACQUIRE, cdev, 0, "a character device");
        return 0;
    }

    /// No new opens from now on.
    public static void cdev_del(Cdev cdev) {
        Machine machine = Machine.current();
        machine.use(cdev, "cdev_del");
        if (cdev.minor < 0) {
            machine.emit(EventKind.MISUSE, cdev, 0, "cdev_del of a cdev that was not added");
            return;
        }
        machine.accesses(Access.WRITE, Shared.NODES, cdev.minor);
        machine.characterDevices.remove(machine, cdev.minor);
        cdev.minor = -1;
        machine.emit(EventKind.RELEASE, cdev, 0, "a character device");
        cdev.put();
    }

    /// Adds the cdev and the device that shows it, and makes the cdev hold the device.
    ///
    /// @return 0 or a negative errno
    public static int cdev_device_add(Cdev cdev, Device dev, int devt) {
        cdev.parent = Device.get_device(dev);
        int err = cdev_add(cdev, devt);
        if (err != 0) {
            cdev.parent = null;
            Device.put_device(dev);
            return err;
        }
        int failed = Device.device_add(dev);
        if (failed != 0) {
            cdev_del(cdev);
        }
        return failed;
    }

    public static void cdev_device_del(Cdev cdev, Device dev) {
        Device.device_del(dev);
        cdev_del(cdev);
    }

    /// `cdev_get()`, by whoever opens: in one piece with finding the cdev, because the kernel holds a lock
    /// over both that `cdev_del` takes too.
    ///
    /// @return whether the cdev can still be opened
    boolean get(Machine machine) {
        return kobject.getUnlessZero(machine);
    }

    /// `cdev_put()`.
    void put() {
        Kref.kref_put(kobject, () -> {
            UresGroup shared = group;
            if (shared != null) {
                shared.leave(this);
            }
            Device held = parent;
            if (held != null) {
                Device.put_device(held);
            }
        });
    }

    /// Whether it can still be opened, or a file of it is open.
    boolean isReferenced(Machine machine) {
        return wasAdded && kobject.isHeld(machine);
    }

    void join(UresGroup shared) {
        group = shared;
    }

    /// The instance of the device that it was added for.
    int instance() {
        return instance;
    }

    @Nullable
    FileOperations operations() {
        return operations;
    }
}
