package dev.yank.drivers.sampler;

import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.TimerList;

/// `struct timer_sampler`.
final class TimerSamplerState extends Sampler {

    final TimerList timer = new TimerList();

    TimerSamplerState(PlatformDevice pdev, Iomem base, FileOperations operations) {
        super(pdev, base, operations);
    }
}
