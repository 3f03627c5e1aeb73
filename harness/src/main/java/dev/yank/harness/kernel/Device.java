package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.DrvdataState;
import dev.yank.model.trace.EventKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `struct device`: something on a bus, or something a driver shows to the world. It is counted, it carries
/// the private data of the driver that is bound to it, and devres releases what was registered on it when
/// that driver is unbound.
public final class Device extends Struct {

    /// One devres entry: what it holds and how to give that back.
    private record Entry(int resource, String what, Runnable release) {}

    private final String name;
    private final int devt;
    private final Kref kref = new Kref();
    private final Mutex mutex = new Mutex();
    private final List<Entry> devres = new ArrayList<>();

    @Var
    private @Nullable Object drvdata;

    @Var
    private DrvdataState drvdataState = DrvdataState.UNSET;

    @Var
    private @Nullable Runnable release;

    @Var
    private boolean registered;

    /// `dev->parent`, to be set before [#device_add].
    @Var
    public @Nullable Device parent;

    @Var
    private int supplies;

    @Var
    private int suppliesOn;

    @Var
    private Runnable powerChanged = () -> {};

    @Var
    private Runnable unbind = () -> {};

    /// A device that a driver embeds in an object of its own; see [#device_initialize].
    public Device() {
        this("device", -1);
    }

    /// @param devt the number of the node that stands for this device in `/dev`, see [Cdev]
    public Device(String name, int devt) {
        this.name = name;
        this.devt = devt;
        mutex.declaredAs("device lock");
    }

    @Override
    public void yank$adopt(Memory memory) {
        super.yank$adopt(memory);
        kref.yank$adopt(memory);
        mutex.yank$adopt(memory);
    }

    /// `dev_name()`.
    public String name() {
        return name;
    }

    /// The number of its node in `/dev`.
    public int devt() {
        return devt;
    }

    /// Says how many supplies must be on for the device to work, and who is told when that changes.
    public void needsSupplies(int count, Runnable changed) {
        supplies = count;
        powerChanged = changed;
    }

    /// Whether every supply that the device needs is on.
    public boolean isPowered() {
        return suppliesOn >= supplies;
    }

    void supplied(int change) {
        boolean before = isPowered();
        suppliesOn += change;
        if (isPowered() != before) {
            powerChanged.run();
        }
    }

    /// Says how its driver is unbound.
    public void unboundBy(Runnable how) {
        unbind = how;
    }

    /// `device_release_driver()`: unbinds the driver, where it is still bound; takes the locks of bus and device.
    public static void device_release_driver(Device dev) {
        dev.unbind.run();
    }

    /// Its reference count, for whoever audits it.
    public Kref kref() {
        return kref;
    }

    /// Starts the life of a device with one reference; `release` runs when the last one is put.
    public static void device_initialize(Device dev, Runnable release) {
        Kref.kref_init(dev.kref);
        dev.release = release;
    }

    /// Shows the device to the world, below its parent, on which it holds a reference as long as it is shown.
    ///
    /// @return 0 or a negative errno
    public static int device_add(Device dev) {
        Machine machine = Machine.current();
        machine.use(dev, "device_add");
        if (!machine.mayAcquire("device_add")) {
            return -Errno.ENOMEM;
        }
        dev.registered = true;
        machine.emit(EventKind.ACQUIRE, dev, 0, "a registered device");
        if (dev.parent != null) {
            get_device(dev.parent);
            addBelow(machine, dev, dev.parent);
        }
        return 0;
    }

    private static void addBelow(Machine machine, Device dev, Device parent) {
        Memory child = dev.yank$memory();
        Memory above = parent.yank$memory();
        if (child != null && above != null) {
            machine.emit(EventKind.CHILD_ADDED, child.id(), above.id(), "");
        }
    }

    /// Hides it again, and drops its reference on the parent: who still has a reference on the child holds none on
    /// the parent.
    public static void device_del(Device dev) {
        Machine machine = Machine.current();
        machine.use(dev, "device_del");
        if (!dev.registered) {
            machine.emit(EventKind.MISUSE, dev, 0, "device_del of a device that was not added");
        }
        dev.registered = false;
        machine.emit(EventKind.RELEASE, dev, 0, "a registered device");
        if (dev.parent != null) {
            put_device(dev.parent);
        }
    }

    public static Device get_device(Device dev) {
        Kref.kref_get(dev.kref);
        return dev;
    }

    public static void put_device(Device dev) {
        Kref.kref_put(dev.kref, () -> {
            if (dev.release != null) {
                dev.release.run();
            }
        });
    }

    /// `device_lock()`: excludes probe, remove, suspend and resume of the device.
    public static void device_lock(Device dev) {
        Mutex.mutex_lock(dev.mutex);
    }

    public static void device_unlock(Device dev) {
        Mutex.mutex_unlock(dev.mutex);
    }

    public static void dev_set_drvdata(Device dev, @Nullable Object data) {
        Machine machine = Machine.current();
        machine.use(dev, "dev_set_drvdata");
        dev.drvdata = data;
        dev.drvdataState = data != null ? DrvdataState.SET : dev.drvdataState.cleared();
        Memory memory = data instanceof Shadowed shadowed ? shadowed.yank$memory() : null;
        machine.emit(EventKind.DRVDATA_SET, dev, memory == null ? 0 : memory.id(), "");
    }

    /// The private data of the driver; `T` must be the type that was set.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // void *: the caller knows what it is
    public static <T> T dev_get_drvdata(Device dev) {
        Machine machine = Machine.current();
        machine.use(Access.READ, dev, "dev_get_drvdata");
        machine.emit(EventKind.DRVDATA_GET, dev, dev.drvdataState.ordinal(), "");
        return (T) dev.drvdata;
    }

    /// What lies in drvdata, or null; not a borrow, but a look whether there is anything.
    public @Nullable Object drvdataOrNull() {
        return drvdata;
    }

    /// Gives `resource` into the charge of devres: `release` runs when the driver is unbound.
    public void manage(Machine machine, Struct resource, String what, Runnable release) {
        manage(machine, resource.id(machine), what, release);
    }

    void manage(Machine machine, int resource, String what, Runnable release) {
        machine.accesses(Access.WRITE, this);
        devres.add(new Entry(resource, what, release));
        machine.emit(EventKind.DEVRES_ADD, resource, id(machine), what);
    }

    /// Takes the entry of `resource` out of devres without running it.
    ///
    /// @return whether there was one
    public boolean unmanage(Machine machine, int resource) {
        machine.accesses(Access.WRITE, this);
        for (@Var int i = devres.size() - 1; i >= 0; i--) {
            if (devres.get(i).resource == resource) {
                Entry entry = devres.remove(i);
                machine.emit(EventKind.DEVRES_RELEASE, resource, id(machine), entry.what);
                return true;
            }
        }
        return false;
    }

    /// `devres_release_all()`: releases every entry, the youngest first.
    public void releaseAll(Machine machine) {
        while (!devres.isEmpty()) {
            machine.point(Access.WRITE, this);
            // Its holder may have taken the last entry out at that point.
            if (devres.isEmpty()) {
                break;
            }
            Entry entry = devres.removeLast();
            machine.emit(EventKind.DEVRES_RELEASE, entry.resource, id(machine), entry.what);
            entry.release.run();
        }
    }

    /// What the driver core does last when it unbinds: nobody may borrow drvdata from now on.
    public void dropDrvdata(Machine machine, DrvdataState state) {
        machine.accesses(Access.WRITE, this);
        drvdata = null;
        drvdataState = state;
    }
}
