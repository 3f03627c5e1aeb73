package dev.yank.drivers.memdev;

import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Iomem.devm_ioremap_resource;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.RwSemaphore;
import dev.yank.harness.kernel.UnderTest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Conforms: `cdev_device_add` makes the cdev hold the device that it is embedded in; shutting down takes the rwsem for
/// writing, and with it waits for the calls that are inside.
///
/// Not final, because its twins do one step differently.
///
/// Source: `drivers/cxl/core/memdev.c`, Linux kernel, D. Williams, 2021-2025.
@UnderTest(
        name = "scratch-memdev",
        device = "scratch",
        policy = ScratchMemdev.POLICY,
        summary = "An rwsem around every call, and a cdev that holds its device, as in CXL.")
public class ScratchMemdev implements PlatformDriver {

    static final String POLICY = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop";

    final RwSemaphore memdev_rwsem = new RwSemaphore();

    @Override
    public final String compatible() {
        return "yank,scratch";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Iomem base = devm_ioremap_resource(pdev.dev(), pdev.res());
        if (base == null) {
            return -Errno.ENOMEM;
        }
        Memdev cxlmd = kzalloc(new Memdev());
        if (cxlmd == null) {
            return -Errno.ENOMEM;
        }
        device_initialize(cxlmd.dev, () -> kfree(cxlmd));
        platform_set_drvdata(pdev, cxlmd);
        Cdev cdev = cdev_of(cxlmd);
        cdev_init(cdev, new MemdevFops(this, cxlmd));
        int err = cdev_device_add(cdev, cxlmd.dev, pdev.dev().devt());
        if (err != 0) {
            put_device(cxlmd.dev);
            return err;
        }
        // Not before: whoever is quicker than an error of cdev_device_add may open the cdev all the same.
        set_cxlds(cxlmd, base);
        begin(cxlmd);
        return 0;
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        Memdev cxlmd = platform_get_drvdata(pdev);
        end(cxlmd);
        cdev_device_del(cdev_of(cxlmd), cxlmd.dev);
        // cxl_memdev_shutdown()
        set_cxlds(cxlmd, null);
        put_device(cxlmd.dev);
    }

    private void set_cxlds(Memdev cxlmd, @Nullable Iomem cxlds) {
        down_write(memdev_rwsem);
        cxlmd.cxlds = cxlds;
        up_write(memdev_rwsem);
    }

    // What the twins do differently.

    /// `cxl_memdev_open()`.
    int open(Memdev cxlmd, File file) {
        @Var int ret = -Errno.ENXIO;
        down_read(memdev_rwsem);
        if (cxlmd.cxlds != null) {
            get_device(cxlmd.dev);
            file.private_data = cxlmd;
            ret = 0;
        }
        up_read(memdev_rwsem);
        return ret;
    }

    void put_at_release(File file) {
        put_device(private_data(file).dev);
    }

    /// The device that a call concerns.
    Memdev memdev_of(File file) {
        return private_data(file);
    }

    static Memdev private_data(File file) {
        return (Memdev) Objects.requireNonNull(READ_ONCE(file.private_data));
    }

    Cdev cdev_of(Memdev cxlmd) {
        return cxlmd.cdev;
    }

    int cdev_device_add(Cdev cdev, Device dev, int devt) {
        return Cdev.cdev_device_add(cdev, dev, devt);
    }

    void cdev_device_del(Cdev cdev, Device dev) {
        Cdev.cdev_device_del(cdev, dev);
    }

    /// What a call through a dead file answers.
    int disconnected(File file) {
        return -Errno.ENXIO;
    }

    /// There is a new instance.
    void begin(Memdev cxlmd) {}

    /// It goes.
    void end(Memdev cxlmd) {}
}
