package dev.yank.drivers.sampler;

import dev.yank.harness.kernel.DelayedWork;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;

/// `struct delayed_work_sampler`.
final class DelayedWorkSamplerState extends Sampler {

    final DelayedWork work = new DelayedWork();

    DelayedWorkSamplerState(PlatformDevice pdev, Iomem base, FileOperations operations) {
        super(pdev, base, operations);
    }
}
