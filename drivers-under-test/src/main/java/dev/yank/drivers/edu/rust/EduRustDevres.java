package dev.yank.drivers.edu.rust;

import static dev.yank.drivers.edu.EduRegisters.EDU_DEVICE;
import static dev.yank.drivers.edu.EduRegisters.EDU_VENDOR;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Errno.ENODEV;
import static dev.yank.harness.kernel.Errno.ENOMEM;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.PciDev.pci_clear_master;
import static dev.yank.harness.kernel.PciDev.pci_get_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_set_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_set_master;
import static dev.yank.harness.kernel.PciDev.pcim_alloc_irq_vectors;
import static dev.yank.harness.kernel.PciDev.pcim_enable_device;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up_all;
import static dev.yank.harness.kernel.rust.Arc.arc_new;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.edu.rust.EduData.Bar;
import dev.yank.drivers.edu.rust.EduData.Dma;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.PciDeviceId;
import dev.yank.harness.kernel.PciDriver;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.Arc;
import dev.yank.harness.kernel.rust.Devres;
import java.util.List;

/// `impl pci::Driver for EduDriver`: registers and DMA memory are `Devres`, the rest is shared by `Arc`.
///
/// A guard alone is not enough for one instant of removal: the node goes before the registers are revoked, so
/// that clients would see opens fail while reads still work. Hence the flag that unbind sets first. Source of
/// the scheme: `rust/kernel/devres.rs`, Linux kernel, D. Krummrich, 2024.
///
/// Not final, because it can be a loadable module as well.
@UnderTest(
        name = "edu-rust-devres",
        device = "edu",
        policy = EduRustDevres.POLICY,
        summary = "Rust driver whose registers and DMA memory are revoked by devres.")
public class EduRustDevres implements PciDriver {

    static final String POLICY = "P1=ENXIO P2=HUP|ERR P3=nothing P4=resource P5=no P8=drop";

    @Override
    public final List<PciDeviceId> id_table() {
        return List.of(new PciDeviceId(EDU_VENDOR, EDU_DEVICE), PciDeviceId.SENTINEL);
    }

    @Override
    public final int probe(PciDev pdev, PciDeviceId id) {
        @Var int err = pcim_enable_device(pdev);
        if (err != 0) {
            return err;
        }
        pci_set_master(pdev);
        Devres<Bar> bar = Bar.map(pdev);
        Devres<Dma> dma = bar == null ? null : Dma.alloc(pdev);
        if (bar == null || dma == null) {
            return -ENOMEM;
        }
        Arc<EduData> data = arc_new(new EduData(bar, dma));
        if (data == null) {
            return -ENOMEM;
        }
        err = edu_init(pdev, data);
        if (err != 0) {
            data.drop();
            return err;
        }
        return edu_publish(pdev, data);
    }

    private static int edu_init(PciDev pdev, Arc<EduData> data) {
        int err = EduHardware.set(data.get(), 0);
        if (err != 0) {
            return err;
        }
        int vectors = pcim_alloc_irq_vectors(pdev);
        return vectors < 0 ? vectors : EduInterrupt.register(pdev, data);
    }

    private int edu_publish(PciDev pdev, Arc<EduData> data) {
        EduFile registration = kzalloc(new EduFile(pdev, data, module()));
        if (registration == null) {
            data.drop();
            return -ENOMEM;
        }
        pci_set_drvdata(pdev, registration);
        int err = misc_register(registration.misc);
        if (err != 0) {
            pci_set_drvdata(pdev, null);
            registration.forget();
        }
        return err;
    }

    /// `unbind`: afterwards devres frees the interrupt and revokes the DMA memory and the registers, in this
    /// order.
    @Override
    public final void remove(PciDev pdev) {
        EduFile registration = pci_get_drvdata(pdev);
        EduData edu = registration.data.get();
        atomic_set(edu.dying, 1);
        wake_up_all(edu.transferred);
        pci_clear_master(pdev);
        registration.drop();
    }

    @Override
    public final int suspend(Device dev) {
        return edu_awake(dev);
    }

    @Override
    public final int resume(Device dev) {
        return edu_awake(dev);
    }

    private static int edu_awake(Device dev) {
        EduFile registration = dev_get_drvdata(dev);
        return EduHardware.present(registration.data.get()) == 0 ? 0 : -ENODEV;
    }
}
