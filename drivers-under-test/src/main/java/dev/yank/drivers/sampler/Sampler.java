package dev.yank.drivers.sampler;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Kref;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.RwSemaphore;

/// `struct sampler`: lives as long as the driver is bound or a file is open. Final members are embedded, others
/// point.
class Sampler {

    static final int DATA = 0x0;

    /// 1 where a write has not been acknowledged; writing 1 acknowledges.
    static final int STATUS = 0x4;

    final Kref kref = new Kref();
    final Miscdevice misc;

    /// Held for reading by whoever is inside an operation.
    final RwSemaphore gate = new RwSemaphore();

    /// Set by remove before it waits for the gate: from here on every operation answers -ENXIO.
    final Atomic dying = new Atomic();

    /// What was seen last.
    final Atomic sampled = new Atomic();

    @Var
    PlatformDevice pdev;

    @Var
    Iomem base;

    Sampler(PlatformDevice pdev, Iomem base, FileOperations operations) {
        this.misc = new Miscdevice("sampler", operations, pdev.dev());
        this.pdev = pdev;
        this.base = base;
    }
}
