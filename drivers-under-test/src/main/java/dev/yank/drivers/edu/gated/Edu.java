package dev.yank.drivers.edu.gated;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.DmaBuffer;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Kref;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.RwSemaphore;
import dev.yank.harness.kernel.TimerList;
import dev.yank.harness.kernel.WaitQueueHead;

/// `struct edu`: lives as long as the driver is bound or a file is open. Final members are embedded, others
/// point.
class Edu {

    final Kref kref = new Kref();
    final Miscdevice misc;

    /// Held for reading by whoever is inside an operation.
    final RwSemaphore gate = new RwSemaphore();

    /// Set by remove before it waits for the gate: from here on every operation answers -ENXIO.
    final Atomic dying = new Atomic();

    /// Whoever uses the factorial unit or the DMA engine.
    final Mutex engine = new Mutex();

    final WaitQueueHead wait = new WaitQueueHead();
    final Atomic dma_done = new Atomic();
    final Atomic stalled = new Atomic();
    final TimerList watchdog = new TimerList();

    @Var
    PciDev pdev;

    @Var
    Iomem bar;

    @Var
    DmaBuffer dma;

    Edu(PciDev pdev, Iomem bar, DmaBuffer dma, FileOperations operations) {
        this.misc = new Miscdevice("edu", operations, pdev.dev);
        this.pdev = pdev;
        this.bar = bar;
        this.dma = dma;
    }
}
