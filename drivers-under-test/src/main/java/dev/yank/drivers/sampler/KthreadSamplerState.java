package dev.yank.drivers.sampler;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Kthread;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.WaitQueueHead;
import org.jspecify.annotations.Nullable;

/// `struct kthread_sampler`.
final class KthreadSamplerState extends Sampler {

    final WaitQueueHead wait = new WaitQueueHead();

    /// Set by the interrupt.
    final Atomic wanted = new Atomic();

    @Var
    @Nullable
    Kthread thread;

    KthreadSamplerState(PlatformDevice pdev, Iomem base, FileOperations operations) {
        super(pdev, base, operations);
    }
}
