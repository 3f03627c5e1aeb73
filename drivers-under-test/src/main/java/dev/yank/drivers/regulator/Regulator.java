package dev.yank.drivers.regulator;

import static dev.yank.drivers.regulator.Supply.get_voltage_sel;
import static dev.yank.drivers.regulator.Supply.set_voltage_sel;
import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Errno;
import org.jspecify.annotations.Nullable;

/// `struct regulator`: what a consumer has of a supply that may go. It pins what the core keeps, and not
/// the driver. (The supplies of `dev.yank.harness.kernel.Regulator` stay.)
///
/// Source: `drivers/regulator/core.c`, Linux kernel, L. Girdwood, 2008.
final class Regulator {

    @Var
    private RegulatorDev rdev;

    private Regulator(RegulatorDev rdev) {
        this.rdev = rdev;
    }

    /// From now on the caller consumes the supply.
    ///
    /// @return what it has of the supply, or null where memory is short
    static @Nullable Regulator regulator_get(RegulatorDev rdev) {
        Regulator regulator = kzalloc(new Regulator(rdev));
        if (regulator != null) {
            get_device(rdev.dev);
        }
        return regulator;
    }

    static void regulator_put(Regulator regulator) {
        RegulatorDev rdev = regulator.rdev;
        kfree(regulator);
        put_device(rdev.dev);
    }

    static boolean regulator_is_there(Regulator regulator) {
        RegulatorDev rdev = regulator.rdev;
        mutex_lock(rdev.mutex);
        boolean there = rdev.reg_data != null;
        mutex_unlock(rdev.mutex);
        return there;
    }

    /// Chooses the voltage, while there is a supply.
    ///
    /// @return 0 or a negative errno
    static int regulator_set_voltage(Regulator regulator, int selector) {
        RegulatorDev rdev = regulator.rdev;
        mutex_lock(rdev.mutex);
        Supply supply = rdev.reg_data;
        int ret = supply == null ? -Errno.ENODEV : set_voltage_sel(supply, selector);
        mutex_unlock(rdev.mutex);
        return ret;
    }

    /// Asks for the voltage, while there is a supply.
    ///
    /// @return which of its voltages the supply gives, or a negative errno
    static int regulator_get_voltage(Regulator regulator) {
        RegulatorDev rdev = regulator.rdev;
        mutex_lock(rdev.mutex);
        Supply supply = rdev.reg_data;
        int ret = supply == null ? -Errno.ENODEV : get_voltage_sel(supply);
        mutex_unlock(rdev.mutex);
        return ret;
    }
}
