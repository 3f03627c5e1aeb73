package dev.yank.drivers.frame;

import static dev.yank.harness.kernel.Cdev.cdev_device_add;
import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.VmArea.vmf_insert_page;
import static dev.yank.harness.kernel.VmArea.vmf_insert_pfn;

import dev.yank.harness.kernel.AddressSpace;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.VmArea;

/// Conforms: unplugging takes what is behind every mapping away, and a fault that comes later puts a page there which
/// belongs to nobody (policy P7, dummy page). To clients the memory is numb.
///
/// Not final, because the others do one step differently.
///
/// Sources: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, D. Vetter, 2021;
/// `drivers/gpu/drm/drm_drv.c` and `drivers/gpu/drm/ttm/ttm_bo_vm.c`, Linux kernel, A. Grodzovsky, 2021.
@UnderTest(
        name = "frame-dummy-page",
        device = "frame",
        policy = FrameDummyPage.POLICY,
        summary = "Mappings of a device that is gone lead to a page of zeroes, as in DRM.")
public class FrameDummyPage implements PlatformDriver {

    static final String POLICY = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P7=dummy-page P8=drop";

    @Override
    public final String compatible() {
        return "yank,frame";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Frame frame = kzalloc(new Frame(pdev.res()));
        if (frame == null) {
            return -Errno.ENOMEM;
        }
        device_initialize(frame.dev, () -> free_frame(frame));
        platform_set_drvdata(pdev, frame);
        if (!prepare(pdev, frame)) {
            put_device(frame.dev);
            return -Errno.ENOMEM;
        }
        cdev_init(frame.cdev, new FrameFops(this, frame));
        int err = cdev_device_add(frame.cdev, frame.dev, pdev.dev().devt());
        if (err != 0) {
            put_device(frame.dev);
            return err;
        }
        down_write(frame.lock);
        frame.plugged = true;
        up_write(frame.lock);
        return 0;
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        Frame frame = platform_get_drvdata(pdev);
        down_write(frame.lock);
        frame.plugged = false;
        unmap_mapping_range(frame);
        up_write(frame.lock);
        cdev_device_del(frame.cdev, frame.dev);
        put_device(frame.dev);
    }

    // What the others do differently.

    /// What is needed once the device is gone.
    ///
    /// @return whether it is there
    boolean prepare(PlatformDevice pdev, Frame frame) {
        return true;
    }

    void free_frame(Frame frame) {
        kfree(frame);
    }

    /// Takes what is behind every mapping away.
    void unmap_mapping_range(Frame frame) {
        AddressSpace.unmap_mapping_range(frame.mapping);
    }

    /// `vm_operations_struct.fault`.
    int fault(Frame frame, VmArea vma) {
        down_read(frame.lock);
        int ret = frame.plugged ? vmf_insert_pfn(vma, frame.aperture) : fault_when_gone(frame, vma);
        up_read(frame.lock);
        return ret;
    }

    int fault_when_gone(Frame frame, VmArea vma) {
        return vmf_insert_page(vma);
    }
}
