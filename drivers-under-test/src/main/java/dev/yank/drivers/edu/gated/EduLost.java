package dev.yank.drivers.edu.gated;

import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.DmaBuffer;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.WorkStruct;

/// `struct edu` of a driver that lets go of its device by itself when that is lost.
final class EduLost extends Edu {

    /// Set by whoever begins to tear down.
    final Atomic torn = new Atomic();

    /// Tears down when an operation has seen all-ones.
    final WorkStruct lost = new WorkStruct();

    EduLost(PciDev pdev, Iomem bar, DmaBuffer dma, FileOperations operations) {
        super(pdev, bar, dma, operations);
    }
}
