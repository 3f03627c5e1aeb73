package dev.yank.drivers.sampler;

import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.TimerList;
import dev.yank.harness.kernel.WorkStruct;

/// `struct nci_sampler`.
final class TimerAndWorkState extends Sampler {

    final TimerList timer = new TimerList();
    final WorkStruct work = new WorkStruct();

    TimerAndWorkState(PlatformDevice pdev, Iomem base, FileOperations operations) {
        super(pdev, base, operations);
    }
}
