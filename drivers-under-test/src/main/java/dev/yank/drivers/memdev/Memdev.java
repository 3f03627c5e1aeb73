package dev.yank.drivers.memdev;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Iomem;
import org.jspecify.annotations.Nullable;

/// `struct cxl_memdev`: lives until the device is removed and the last file closed.
///
/// Source: `drivers/cxl/cxlmem.h`, Linux kernel, D. Williams, 2021.
final class Memdev {

    final Device dev = new Device();
    final Cdev cdev = new Cdev();

    /// How many files are open; for a twin.
    @Var
    int users;

    /// The registers, which devres takes away at unbind; null once the device is shut down.
    @Var
    @Nullable
    Iomem cxlds;
}
