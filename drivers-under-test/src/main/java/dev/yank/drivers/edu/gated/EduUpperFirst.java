package dev.yank.drivers.edu.gated;

import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.DmaBuffer.dma_free_coherent;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.PciDev.pci_get_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_irq_vector;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_write;

import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.UnderTest;

/// Conforms, and promises to unregister first (policy P6): the node goes, then what is behind it, as the Rust device
/// data
/// of 2021 and the corrections of several bugs have it. It contradicts the order of the PCI howto.
///
/// Not final, because its twin makes the other promise.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, W. Almeida Filho,
/// 2021.
@UnderTest(
        name = "edu-upper-first",
        device = "edu",
        policy = EduUpperFirst.UPPER_FIRST,
        summary = "Gated driver that takes its node away before anything else.")
public class EduUpperFirst extends EduGated {

    static final String UPPER_FIRST = EduGated.POLICY + " P6=registrations-first";

    @Override
    public final void remove(PciDev pdev) {
        Edu edu = pci_get_drvdata(pdev);
        misc_deregister(edu.misc);
        atomic_set(edu.dying, 1);
        wake_sleepers(edu);
        down_write(edu.gate); // open files still come in, and are turned away
        up_write(edu.gate);
        stop_watchdog(edu);
        free_irq(pci_irq_vector(pdev), edu);
        stop_dma(edu);
        dma_free_coherent(pdev.dev, edu.dma);
        unmap_registers(edu);
        edu_put(edu);
    }
}
