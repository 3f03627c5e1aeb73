package dev.yank.drivers.drm;

import static dev.yank.drivers.drm.DrmDevice.devm_drm_dev_alloc;
import static dev.yank.drivers.drm.DrmDevice.drmm_add_action_or_reset;
import static dev.yank.drivers.drm.DrmDevice.drmm_kzalloc;
import static dev.yank.drivers.drm.DrmDevice.set_unplugged;
import static dev.yank.drivers.drm.Minors.drm_minor_alloc;
import static dev.yank.drivers.drm.Minors.drm_minor_free;
import static dev.yank.drivers.edu.EduRegisters.EDU_DEVICE;
import static dev.yank.drivers.edu.EduRegisters.EDU_LIVENESS;
import static dev.yank.drivers.edu.EduRegisters.EDU_STATUS;
import static dev.yank.drivers.edu.EduRegisters.EDU_VENDOR;
import static dev.yank.harness.kernel.Cdev.cdev_device_add;
import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.PciDev.pci_get_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_set_drvdata;
import static dev.yank.harness.kernel.PciDev.pcim_enable_device;
import static dev.yank.harness.kernel.PciDev.pcim_iomap;
import static dev.yank.harness.kernel.SrcuStruct.synchronize_srcu;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.PciDeviceId;
import dev.yank.harness.kernel.PciDriver;
import dev.yank.harness.kernel.SrcuStruct;
import dev.yank.harness.kernel.UnderTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conforms: unplugging marks the device, waits until nobody is between enter and exit, and takes the node away; devres
/// unmaps the registers then. A call that comes too late is told so, or does nothing and says that it did (policy P1);
/// the device itself goes with its last file, however late that is closed.
///
/// Not final, because its twins do one step differently.
///
/// Sources: `Documentation/gpu/drm-uapi.rst`, Linux kernel, A. Grodzovsky and P. Paalanen, 2020-2021;
/// `drivers/gpu/drm/drm_drv.c`, N. Tronnes and D. Vetter, 2017-2020.
@UnderTest(
        name = "edu-drm",
        device = "edu",
        policy = EduDrm.POLICY,
        operations = {"read", "write"},
        summary = "A DRM device: hardware between enter and exit, memory managed until the last put.")
public class EduDrm implements PciDriver {

    static final String POLICY =
            "P1=ENODEV-or-fake-success P2=HUP|ERR P3=calls-in-flight P4=resource P5=yes P8=deliver-then-dead"
                    + " P11=new-instance-new-minor";

    final SrcuStruct drm_unplug_srcu = new SrcuStruct();
    final Minors drm_minors = new Minors();

    @Override
    public final List<PciDeviceId> id_table() {
        return List.of(new PciDeviceId(EDU_VENDOR, EDU_DEVICE), PciDeviceId.SENTINEL);
    }

    @Override
    public final int probe(PciDev pdev, PciDeviceId id) {
        int err = pcim_enable_device(pdev);
        if (err != 0) {
            return err;
        }
        Iomem mmio = pcim_iomap(pdev, 0);
        if (mmio == null) {
            return -Errno.ENOMEM;
        }
        DrmDevice drm = devm_drm_dev_alloc(pdev.dev, mmio, drm_unplug_srcu);
        if (drm == null) {
            return -Errno.ENOMEM;
        }
        pci_set_drvdata(pdev, drm);
        drm.crtc = crtc_alloc(pdev, drm);
        if (drm.crtc == null) {
            return -Errno.ENOMEM;
        }
        writel(~0, mmio, EDU_LIVENESS);
        return drm_dev_register(pdev, drm);
    }

    private int drm_dev_register(PciDev pdev, DrmDevice drm) {
        set_unplugged(drm, true);
        int minor = minor_alloc(drm);
        if (minor == Minors.NONE) {
            return -Errno.ENOMEM;
        }
        cdev_init(drm.primary, new DrmFops(this, drm));
        int err = cdev_device_add(drm.primary, drm.dev, pdev.dev.devt() + minor);
        if (err == 0) {
            set_unplugged(drm, false);
        }
        return err;
    }

    @Override
    public final void remove(PciDev pdev) {
        drm_dev_unplug(pci_get_drvdata(pdev));
    }

    private void drm_dev_unplug(DrmDevice drm) {
        set_unplugged(drm, true);
        wait_for_users();
        cdev_device_del(drm.primary, drm.dev);
    }

    // What the twins do differently.

    /// The minor is free again when the device is released.
    int minor_alloc(DrmDevice drm) {
        int minor = drm_minor_alloc(drm_minors);
        return drmm_add_action_or_reset(drm, () -> drm_minor_free(drm_minors, minor)) ? minor : Minors.NONE;
    }

    void wait_for_users() {
        synchronize_srcu(drm_unplug_srcu);
    }

    @Nullable
    Crtc crtc_alloc(PciDev pdev, DrmDevice drm) {
        return drmm_kzalloc(drm, new Crtc());
    }

    /// `drm_driver.postclose`: whoever closes late finds no hardware.
    void postclose(DrmDevice drm) {
        int idx = DrmDevice.drm_dev_enter(drm);
        if (idx != DrmDevice.UNPLUGGED) {
            flush(drm);
            DrmDevice.drm_dev_exit(drm, idx);
        }
    }

    /// Writes what was posted.
    static void flush(DrmDevice drm) {
        readl(drm.mmio, EDU_STATUS);
    }
}
