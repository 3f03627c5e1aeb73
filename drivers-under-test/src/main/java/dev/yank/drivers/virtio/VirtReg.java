package dev.yank.drivers.virtio;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.DmaBuffer;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Kref;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.RwSemaphore;
import dev.yank.harness.kernel.Spinlock;
import dev.yank.harness.kernel.WaitQueueHead;
import org.jspecify.annotations.Nullable;

/// `struct virt_reg`: lives as long as the driver is bound or a file is open. Final members are embedded,
/// others point.
final class VirtReg {

    /// How many descriptors the ring has.
    static final int NUM = 4;

    final Kref kref = new Kref();
    final Miscdevice misc;

    /// Held for reading by whoever is inside an operation.
    final RwSemaphore gate = new RwSemaphore();

    /// Set by remove before it waits for the gate.
    final Atomic dying = new Atomic();

    /// Set when the device was caught lying, or says that it needs a reset: nobody uses the ring any more.
    final Atomic broken = new Atomic();

    /// Whoever has a request under way; one at a time.
    final Mutex serial = new Mutex();

    /// Protects what follows.
    final Spinlock lock = new Spinlock();

    final WaitQueueHead wait = new WaitQueueHead();

    /// The requests that the device has, by the number of their first descriptor.
    final @Nullable Request[] inflight = new Request[NUM];

    /// Which descriptors the device has.
    final boolean[] busy = new boolean[NUM];

    /// How many requests were offered, and how many came back, modulo 2 to the 16.
    @Var
    int offered;

    @Var
    int last_used;

    @Var
    PlatformDevice pdev;

    @Var
    Iomem base;

    /// The ring, and the bytes of a request: eight to the device, four back.
    @Var
    DmaBuffer ring;

    @Var
    DmaBuffer buffers;

    VirtReg(PlatformDevice pdev, Iomem base, DmaBuffer ring, DmaBuffer buffers, FileOperations operations) {
        this.misc = new Miscdevice("virtio-reg", operations, pdev.dev());
        this.pdev = pdev;
        this.base = base;
        this.ring = ring;
        this.buffers = buffers;
    }
}
