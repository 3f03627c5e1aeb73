package dev.yank.harness.kernel;

/// A driver under test: one object is the loaded module, and its fields are the module's variables. A new
/// object is made for every execution with the constructor without parameters.
public sealed interface Driver permits AmbaDriver, I2cDriver, ObjectTable, PciDriver {

    /// `dev_pm_ops.suspend`.
    ///
    /// @return 0 or a negative errno
    default int suspend(Device dev) {
        return 0;
    }

    /// `dev_pm_ops.resume`.
    ///
    /// @return 0 or a negative errno
    default int resume(Device dev) {
        return 0;
    }
}
