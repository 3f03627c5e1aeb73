package dev.yank.drivers.edu.gated;

import static dev.yank.drivers.edu.EduRegisters.EDU_BUFFER_SIZE;
import static dev.yank.drivers.edu.EduRegisters.EDU_LIVENESS;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.DmaBuffer.dma_alloc_coherent;
import static dev.yank.harness.kernel.DmaBuffer.dma_free_coherent;
import static dev.yank.harness.kernel.Errno.ENOMEM;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Irq.IRQF_SHARED;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.PciDev.pci_get_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_intx;
import static dev.yank.harness.kernel.PciDev.pci_iomap;
import static dev.yank.harness.kernel.PciDev.pci_iounmap;
import static dev.yank.harness.kernel.PciDev.pci_set_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_set_master;
import static dev.yank.harness.kernel.PciDev.pcim_enable_device;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.DmaBuffer;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.PciDeviceId;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Conforms: without messages, by the interrupt line of the slot. That is level triggered and shared: the handler is
/// called for what a neighbour has raised as well, also when its own device was pulled out and all registers read as
/// ones; and the device must let go of the line before the handler goes, or nobody is left to calm it.
///
/// Not final, because its twins do one step differently.
///
/// Source: kernel documentation, `PCI/pci`, G. Grundler, 2006.
@UnderTest(
        name = "edu-intx",
        device = "edu",
        policy = EduGated.POLICY,
        summary = "C driver with an rwsem gate and the shared interrupt line of its slot.")
public class EduIntx extends EduGated {

    @Override
    public final int probe(PciDev pdev, PciDeviceId id) {
        int err = pcim_enable_device(pdev);
        if (err != 0) {
            return err;
        }
        pci_set_master(pdev);
        Iomem bar = pci_iomap(pdev, 0);
        DmaBuffer dma = bar == null ? null : dma_alloc_coherent(pdev.dev, EDU_BUFFER_SIZE);
        if (bar == null || dma == null) {
            return undo_iomap(pdev, bar, -ENOMEM);
        }
        Edu edu = kzalloc(edu_alloc(pdev, bar, dma));
        if (edu == null) {
            dma_free_coherent(pdev.dev, dma);
            return undo_iomap(pdev, bar, -ENOMEM);
        }
        edu_init(edu);
        int failed = intx_go_live(pdev, edu);
        if (failed != 0) {
            pci_set_drvdata(pdev, null);
            kfree(edu); // nobody else has seen it
            dma_free_coherent(pdev.dev, dma);
            return undo_iomap(pdev, bar, failed);
        }
        return 0;
    }

    private static int undo_iomap(PciDev pdev, @Nullable Iomem bar, int err) {
        if (bar != null) {
            pci_iounmap(pdev, bar);
        }
        return err;
    }

    private int intx_go_live(PciDev pdev, Edu edu) {
        writel(~0, edu.bar, EDU_LIVENESS);
        @Var int err = request_irq(pdev.irq, this::intx_interrupt, IRQF_SHARED, "edu", edu);
        if (err != 0) {
            return err;
        }
        err = misc_register(edu.misc);
        if (err != 0) {
            free_irq(pdev.irq, edu);
        }
        return err;
    }

    @Override
    public final void remove(PciDev pdev) {
        Edu edu = pci_get_drvdata(pdev);
        atomic_set(edu.dying, 1);
        wake_sleepers(edu);
        down_write(edu.gate);
        up_write(edu.gate);
        stop_watchdog(edu);
        stop_dma(edu);
        let_go_of_line(pdev);
        free_irq(pdev.irq, edu);
        dma_free_coherent(pdev.dev, edu.dma);
        misc_deregister(edu.misc);
        unmap_registers(edu);
        edu_put(edu);
    }

    void let_go_of_line(PciDev pdev) {
        pci_intx(pdev, 0);
    }

    int intx_interrupt(int irq, Object devId) {
        return edu_interrupt(irq, devId);
    }
}
