package dev.yank.drivers.sampler;

import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.WorkStruct;

/// `struct work_sampler`.
final class WorkSamplerState extends Sampler {

    final WorkStruct work = new WorkStruct();

    WorkSamplerState(PlatformDevice pdev, Iomem base, FileOperations operations) {
        super(pdev, base, operations);
    }
}
