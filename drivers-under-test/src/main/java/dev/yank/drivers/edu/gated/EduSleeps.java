package dev.yank.drivers.edu.gated;

import static dev.yank.drivers.edu.EduRegisters.EDU_LIVENESS;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Irq.synchronize_irq;
import static dev.yank.harness.kernel.PciDev.PCI_D0;
import static dev.yank.harness.kernel.PciDev.PCI_D3HOT;
import static dev.yank.harness.kernel.PciDev.pci_irq_vector;
import static dev.yank.harness.kernel.PciDev.pci_set_power_state;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up_all;

import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.DmaBuffer;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: suspend puts the device into D3hot, where it answers nobody and forgets its registers. So it first keeps
/// everybody out and waits for transfers that run; resume writes back what was there, and lets everybody in.
/// Whoever asks meanwhile sleeps, until the device is awake or removed.
///
/// Not final, because its twins do one step differently.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, D. Vetter, 2021.
@UnderTest(
        name = "edu-sleeps",
        device = "edu",
        policy = EduGated.POLICY,
        summary = "Gated driver whose device loses power in suspend, and whose callers wait for resume.")
public class EduSleeps extends EduGated {

    @Override
    final Edu edu_alloc(PciDev pdev, Iomem bar, DmaBuffer dma) {
        return new EduAsleep(pdev, bar, dma, this);
    }

    @Override
    final boolean edu_enter(Edu edu) {
        EduAsleep sleeper = (EduAsleep) edu;
        while (super.edu_enter(edu)) {
            if (atomic_read(sleeper.asleep) == 0) {
                return true;
            }
            edu_exit(edu);
            wait_event(edu.wait, () -> atomic_read(sleeper.asleep) == 0 || atomic_read(edu.dying) != 0);
        }
        return false;
    }

    @Override
    public final int suspend(Device dev) {
        EduAsleep edu = dev_get_drvdata(dev);
        atomic_set(edu.asleep, 1);
        wait_for_transfers(edu);
        synchronize_irq(pci_irq_vector(edu.pdev));
        atomic_set(edu.saved, readl(edu.bar, EDU_LIVENESS));
        return pci_set_power_state(edu.pdev, PCI_D3HOT);
    }

    @Override
    public final int resume(Device dev) {
        EduAsleep edu = dev_get_drvdata(dev);
        pci_set_power_state(edu.pdev, PCI_D0);
        restore(edu);
        atomic_set(edu.asleep, 0);
        wake_up_all(edu.wait);
        return 0;
    }

    // What the twins do differently.

    void wait_for_transfers(EduAsleep edu) {
        down_write(edu.gate); // whoever is inside leaves, and nobody gets past `asleep` afterwards
        up_write(edu.gate);
    }

    void restore(EduAsleep edu) {
        writel(~atomic_read(edu.saved), edu.bar, EDU_LIVENESS);
    }
}
