package dev.yank.harness.kernel;

import org.jspecify.annotations.Nullable;

/// A driver under test: one object is the loaded module, and its fields are the module's variables. A new
/// object is made for every execution with the constructor without parameters.
public sealed interface Driver permits AmbaDriver, I2cDriver, ObjectTable, PciDriver, PlatformDriver {

    /// What Rust does when a device is unbound and all its devres entries are released: the private data goes.
    ///
    /// Source: Linux kernel, a995fe1a3aa7, rust: driver: drop device private data post unbind, D. Krummrich, 2026.
    default void post_unbind(Device dev) {}

    /// `module_init()`: the driver is loaded; no device is bound yet.
    default void init() {}

    /// `module_exit()`: the driver is unloaded; no device is bound, no file open.
    default void exit() {}

    /// What can be unloaded while the driver is in use, or null for a driver that is built in.
    default @Nullable Module module() {
        return null;
    }

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
