package dev.yank.drivers.sampler;

import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.TaskletStruct;

/// `struct tasklet_sampler`.
final class TaskletSamplerState extends Sampler {

    final TaskletStruct tasklet = new TaskletStruct();

    TaskletSamplerState(PlatformDevice pdev, Iomem base, FileOperations operations) {
        super(pdev, base, operations);
    }
}
