package dev.yank.drivers.i2cdev;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Completion;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Iomem;

/// `struct i2c_adapter`, and the node that i2c-dev shows for it.
///
/// Source: `include/linux/i2c.h`, Linux kernel, J. Delvare, 2003.
@SuppressWarnings("NullAway.Init") // probe sets the pointer before anybody else sees the adapter
final class Adapter {

    final Device dev = new Device();
    final Completion dev_released = new Completion();

    /// From `cdev_alloc()`: it has a life of its own.
    @Var
    Cdev node;

    @Var
    int nr;

    @Var
    Iomem base;

    Adapter(Cdev node) {
        this.node = node;
    }
}
