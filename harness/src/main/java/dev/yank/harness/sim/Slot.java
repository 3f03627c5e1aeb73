package dev.yank.harness.sim;

import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.device_lock;
import static dev.yank.harness.kernel.Device.device_unlock;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Access;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Driver;
import dev.yank.harness.kernel.DriverRegistration;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Kref;
import dev.yank.harness.kernel.Module;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Shared;
import dev.yank.harness.sim.hardware.RegisterValue;
import dev.yank.model.spec.device.Lie;
import dev.yank.model.spec.device.Removal;
import dev.yank.model.trace.DrvdataState;
import dev.yank.model.trace.EntryPoint;
import dev.yank.model.trace.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// A place on a bus: hardware that can be there or not, and the driver core that binds and unbinds what is
/// there.
///
/// A device that is plugged in again is a new instance: new registers, a new [Device].
abstract sealed class Slot permits AmbaSlot, I2cSlot, ObjectSlot, PciSlot, PlatformSlot {

    final SimulatedMachine machine;
    final int devt;
    private final Driver driver;
    private final Mutex rescan = new Mutex();
    private final List<Device> instances = new ArrayList<>(2);

    @Var
    private @Nullable Device present;

    @Var
    private boolean unloaded;

    private final DriverRegistration registration;
    private final DeviceLife life = new DeviceLife();

    Slot(SimulatedMachine machine, int devt, Driver driver) {
        this.machine = machine;
        this.devt = devt;
        this.driver = driver;
        rescan.declaredAs("rescan lock");
        registration = machine.registration;
        registration.on(new DriverRegistration.Bus() {
            @Override
            public void registered() {
                offerNeighbours();
            }

            @Override
            public void unregistered() {
                unbindAll();
            }
        });
    }

    /// Calls the driver's probe for a new instance.
    abstract int probeDriver(Device dev);

    abstract void removeDriver(Device dev);

    /// A new piece of hardware, fresh from reset, is put in.
    abstract void plugHardware();

    /// The hardware leaves, whatever it was doing.
    abstract void pullHardware();

    /// What the registers hold; empty while the hardware is not there.
    abstract List<RegisterValue> registers();

    /// Whether somebody can pull the hardware out while it works.
    abstract boolean hotUnpluggable();

    /// An untrusted device begins to misbehave.
    void misbehave(Lie lie) {}

    /// How many nodes the device has, whose numbers follow each other.
    int doors() {
        return 1;
    }

    /// Whether processes read and write through mappings, and not by system calls.
    boolean isMapped() {
        return false;
    }

    /// The bus tells the driver that its device is lost, where the driver wants to hear of it.
    void reportLoss(Device dev) {}

    /// Somebody outside drives a pin.
    void drivePin(int line, int level) {}

    final int probe() {
        mutex_lock(rescan);
        boolean registered = registration.lasts(machine);
        @Var int result = registered ? -Errno.EBUSY : -Errno.ENODEV;
        if (present == null && registered) {
            machine.accesses(Access.WRITE, Shared.HARDWARE, 0);
            plugHardware();
            var dev = new Device(deviceName(), devt);
            device_initialize(dev, () -> {});
            dev.unboundBy(() -> release(dev));
            instances.add(dev);
            for (int node = devt; node < SimulatedMachine.NODES; node++) {
                machine.instance(node, dev);
            }
            result = bind(dev);
        }
        mutex_unlock(rescan);
        return result;
    }

    abstract String deviceName();

    private int bind(Device dev) {
        device_lock(dev);
        life.enter(DeviceState.PROBING);
        machine.emit(EventKind.PROBE_ENTER, dev, 0, "");
        machine.accesses(Access.WRITE, Shared.HARDWARE, 0);
        int result = probeDriver(dev);
        if (result == 0) {
            machine.emit(EventKind.PROBE_EXIT, dev, result, "");
            present = dev;
            life.enter(DeviceState.BOUND);
            device_unlock(dev);
            return 0;
        }
        dev.releaseAll(machine);
        driver.post_unbind(dev);
        dev.dropDrvdata(machine, DrvdataState.GONE);
        machine.emit(EventKind.PROBE_UNWOUND, dev, 0, "");
        life.enter(DeviceState.FAILED);
        machine.emit(EventKind.PROBE_EXIT, dev, result, "");
        device_unlock(dev);
        machine.accesses(Access.WRITE, Shared.HARDWARE, 0);
        pullHardware();
        put_device(dev);
        return result;
    }

    final int unplug(Removal removal) {
        mutex_lock(rescan);
        Device dev = present;
        if (dev != null) {
            if (removal == Removal.SURPRISE && hotUnpluggable()) {
                machine.accesses(Access.WRITE, Shared.HARDWARE, 0);
                pullHardware();
                life.enter(DeviceState.PULLED);
                machine.emit(EventKind.GONE, dev, 0, "");
                reportLoss(dev);
            }
            unbind(dev);
        }
        mutex_unlock(rescan);
        return dev == null ? -Errno.ENODEV : 0;
    }

    /// The driver itself, or an attribute of it, asks for the device to be unbound.
    @SuppressWarnings("ReferenceEquality") // another instance may have taken its place
    private void release(Device dev) {
        mutex_lock(rescan);
        if (present == dev) {
            unbind(dev);
        }
        mutex_unlock(rescan);
    }

    private void unbind(Device dev) {
        device_lock(dev);
        life.enter(DeviceState.REMOVING);
        machine.emit(EventKind.REMOVE_ENTER, dev, 0, "");
        removeDriver(dev);
        machine.emit(EventKind.REMOVE_EXIT, dev, 0, "");
        dev.releaseAll(machine);
        driver.post_unbind(dev);
        dev.dropDrvdata(machine, DrvdataState.GONE);
        present = null;
        life.enter(DeviceState.GONE);
        machine.emit(EventKind.UNBOUND, dev, 0, "");
        device_unlock(dev);
        machine.accesses(Access.WRITE, Shared.HARDWARE, 0);
        pullHardware();
        put_device(dev);
    }

    final int suspend() {
        return power(EntryPoint.SUSPEND);
    }

    final int resume() {
        return power(EntryPoint.RESUME);
    }

    private int power(EntryPoint entryPoint) {
        mutex_lock(rescan);
        Device dev = present;
        @Var int result = -Errno.ENODEV;
        if (dev != null) {
            device_lock(dev);
            result = enter(
                    dev, entryPoint, () -> entryPoint == EntryPoint.SUSPEND ? driver.suspend(dev) : driver.resume(dev));
            if (result == 0) {
                life.enter(entryPoint == EntryPoint.SUSPEND ? DeviceState.SUSPENDED : DeviceState.BOUND);
            }
            device_unlock(dev);
        }
        mutex_unlock(rescan);
        return result;
    }

    final int enter(Device dev, EntryPoint entryPoint, IntSupplier callback) {
        machine.emit(EventKind.OPERATION_ENTER, dev, entryPoint.ordinal(), entryPoint.callback());
        int result = callback.getAsInt();
        machine.emit(EventKind.OPERATION_EXIT, dev, result, entryPoint.callback());
        return result;
    }

    /// What became of the device so far.
    final DeviceLife life() {
        return life;
    }

    /// Loads the driver.
    final void load() {
        driver.init();
        if (!registration.isExplicit()) {
            registration.register(machine);
        }
    }

    /// The bus asks a new driver about what else is there.
    void offerNeighbours() {}

    private void unbindAll() {
        mutex_lock(rescan);
        if (present != null) {
            unbind(present);
        }
        mutex_unlock(rescan);
    }

    /// `rmmod`: unloads the driver unless somebody uses its module.
    ///
    /// @return 0 or a negative errno
    final int unloadModule() {
        Module module = driver.module();
        if (module == null || !module.tryStop(machine)) {
            return -Errno.EAGAIN;
        }
        if (!registration.isExplicit()) {
            registration.end(machine);
        }
        unloaded = true;
        exit(module);
        return 0;
    }

    /// Unloads the driver when nobody is left; who still uses its module then has forgotten to say that he does not.
    final void unload() {
        Module module = driver.module();
        if (module != null && !unloaded && !module.tryStop(machine)) {
            machine.emitAfterwards(EventKind.LEAKED, module.id(machine));
        }
        if (!unloaded) {
            exit(module);
        }
    }

    private void exit(@Nullable Module module) {
        machine.emit(EventKind.MODULE_EXIT, 0, 0, "");
        driver.exit();
        if (module != null) {
            machine.emit(EventKind.MODULE_FREED, module, 0, "");
        }
    }

    final boolean isUnloaded() {
        return unloaded;
    }

    /// Whether the bus offers the driver devices, as it also does where an unloaded driver forgot to say so.
    final boolean isRegistered() {
        return registration.lasts(machine);
    }

    final boolean isPresent() {
        return present != null;
    }

    /// Reports instances that somebody still holds.
    final void audit() {
        for (Device dev : instances) {
            if (Kref.kref_read(dev.kref()) != 0) {
                machine.emitAfterwards(EventKind.LEAKED, dev.id(machine));
            }
        }
    }
}
