package dev.yank.drivers.edu.gated;

import static dev.yank.drivers.edu.EduRegisters.EDU_BUFFER_SIZE;
import static dev.yank.drivers.edu.EduRegisters.EDU_DEVICE;
import static dev.yank.drivers.edu.EduRegisters.EDU_LIVENESS;
import static dev.yank.drivers.edu.EduRegisters.EDU_VENDOR;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.DmaBuffer.dma_alloc_coherent;
import static dev.yank.harness.kernel.DmaBuffer.dma_free_coherent;
import static dev.yank.harness.kernel.Errno.ENODEV;
import static dev.yank.harness.kernel.Errno.ENOMEM;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.Mutex.mutex_init;
import static dev.yank.harness.kernel.PciDev.pci_clear_master;
import static dev.yank.harness.kernel.PciDev.pci_get_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_iomap;
import static dev.yank.harness.kernel.PciDev.pci_iounmap;
import static dev.yank.harness.kernel.PciDev.pci_irq_vector;
import static dev.yank.harness.kernel.PciDev.pci_set_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_set_master;
import static dev.yank.harness.kernel.PciDev.pcim_alloc_irq_vectors;
import static dev.yank.harness.kernel.PciDev.pcim_enable_device;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.init_rwsem;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.TimerList.timer_setup;
import static dev.yank.harness.kernel.TimerList.timer_shutdown_sync;
import static dev.yank.harness.kernel.WaitQueueHead.init_waitqueue_head;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up_all;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.DmaBuffer;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.PciDeviceId;
import dev.yank.harness.kernel.PciDriver;
import dev.yank.harness.kernel.UnderTest;
import java.util.List;

/// The edu driver with a gate: an rwsem that operations hold for reading, as `drivers/cxl/core/memdev.c` does
/// (D. Williams, 2020). The state is counted; hardware is given back at unbind in the order of the kernel's
/// PCI howto (`Documentation/PCI/pci.rst`, G. Grundler, 2006).
///
/// Not final, because its twins override one step each.
@UnderTest(
        name = "edu-gated",
        device = "edu",
        policy = EduGated.POLICY,
        summary = "C driver with counted state, an rwsem gate and a message interrupt.")
public class EduGated extends EduChardev implements PciDriver {

    static final String POLICY = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop";

    @Override
    public List<PciDeviceId> id_table() {
        return List.of(new PciDeviceId(EDU_VENDOR, EDU_DEVICE), PciDeviceId.SENTINEL);
    }

    @Override
    public int probe(PciDev pdev, PciDeviceId id) {
        @Var int err = pcim_enable_device(pdev);
        if (err != 0) {
            return err;
        }
        pci_set_master(pdev);
        err = pcim_alloc_irq_vectors(pdev);
        if (err < 0) {
            return err;
        }
        Iomem bar = pci_iomap(pdev, 0);
        if (bar == null) {
            return -ENOMEM;
        }
        err = edu_create(pdev, bar);
        if (err != 0) {
            pci_iounmap(pdev, bar);
        }
        return err;
    }

    private int edu_create(PciDev pdev, Iomem bar) {
        DmaBuffer dma = dma_alloc_coherent(pdev.dev, EDU_BUFFER_SIZE);
        if (dma == null) {
            return -ENOMEM;
        }
        @Var int err = -ENOMEM;
        Edu edu = kzalloc(edu_alloc(pdev, bar, dma));
        if (edu != null) {
            edu_init(edu);
            err = edu_go_live(edu);
            if (err == 0) {
                return 0;
            }
            pci_set_drvdata(pdev, null);
            kfree(edu); // nobody else has seen it
        }
        dma_free_coherent(pdev.dev, dma);
        return err;
    }

    void edu_init(Edu edu) {
        kref_init(edu.kref);
        init_rwsem(edu.gate);
        mutex_init(edu.engine);
        init_waitqueue_head(edu.wait);
        timer_setup(edu.watchdog, () -> edu_stalled(edu));
        pci_set_drvdata(edu.pdev, edu);
    }

    private int edu_go_live(Edu edu) {
        writel(~0x1234, edu.bar, EDU_LIVENESS);
        if (readl(edu.bar, EDU_LIVENESS) != 0x1234) {
            return -ENODEV;
        }
        writel(~0, edu.bar, EDU_LIVENESS);
        @Var int err = request_irq(pci_irq_vector(edu.pdev), EduEngine::edu_interrupt, "edu", edu);
        if (err != 0) {
            return err;
        }
        err = misc_register(edu.misc);
        if (err != 0) {
            undo_request_irq(edu);
        }
        return err;
    }

    void undo_request_irq(Edu edu) {
        free_irq(pci_irq_vector(edu.pdev), edu);
    }

    @Override
    public void remove(PciDev pdev) {
        Edu edu = pci_get_drvdata(pdev);
        edu_tear_down(pdev, edu);
        edu_put(edu);
    }

    /// Gives everything back but the state.
    final void edu_tear_down(PciDev pdev, Edu edu) {
        atomic_set(edu.dying, 1);
        wake_sleepers(edu);
        down_write(edu.gate); // whoever is inside leaves, and nobody gets past `dying` afterwards
        up_write(edu.gate);
        stop_watchdog(edu);
        free_irq(pci_irq_vector(pdev), edu);
        stop_dma(edu);
        dma_free_coherent(pdev.dev, edu.dma);
        misc_deregister(edu.misc);
        unmap_registers(edu);
    }

    Edu edu_alloc(PciDev pdev, Iomem bar, DmaBuffer dma) {
        return new Edu(pdev, bar, dma, this);
    }

    void wake_sleepers(Edu edu) {
        wake_up_all(edu.wait);
    }

    void stop_watchdog(Edu edu) {
        timer_shutdown_sync(edu.watchdog);
    }

    void stop_dma(Edu edu) {
        pci_clear_master(edu.pdev);
    }

    void unmap_registers(Edu edu) {
        pci_iounmap(edu.pdev, edu.bar);
    }

    /// Nothing to save; whoever sleeps in a transfer is frozen before, so this must not wait for them.
    @Override
    public int suspend(Device dev) {
        return edu_awake(dev);
    }

    @Override
    public int resume(Device dev) {
        return edu_awake(dev);
    }

    private static int edu_awake(Device dev) {
        Edu edu = dev_get_drvdata(dev);
        return edu_present(edu) ? 0 : -ENODEV;
    }
}
