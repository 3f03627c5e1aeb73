package dev.yank.drivers.edu.gated;

import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.DmaBuffer;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PciDev;

/// `struct edu` of a driver whose device can sleep.
final class EduAsleep extends Edu {

    /// Set from suspend to resume: nobody gets to the device.
    final Atomic asleep = new Atomic();

    /// What the register held.
    final Atomic saved = new Atomic();

    EduAsleep(PciDev pdev, Iomem bar, DmaBuffer dma, FileOperations operations) {
        super(pdev, bar, dma, operations);
    }
}
