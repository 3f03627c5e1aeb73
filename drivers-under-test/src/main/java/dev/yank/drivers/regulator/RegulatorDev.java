package dev.yank.drivers.regulator;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Mutex;
import org.jspecify.annotations.Nullable;

/// `struct regulator_dev`: what the core keeps of a supply, for as long as somebody consumes it.
///
/// The node is that of the consumer, which in Linux is a device of its own.
///
/// Source: `include/linux/regulator/driver.h`, Linux kernel, L. Girdwood, 2008.
final class RegulatorDev {

    final Device dev = new Device();
    final Cdev consumer = new Cdev();

    /// Held while the driver is called.
    final Mutex mutex = new Mutex();

    /// What the driver gave, under [#mutex]; null before the supply is registered and once it is gone.
    @Var
    @Nullable
    Supply reg_data;
}
