package dev.yank.drivers.sysfs;

import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Device.device_release_driver;
import static dev.yank.harness.kernel.DeviceAttribute.attr_rw;
import static dev.yank.harness.kernel.DeviceAttribute.attr_wo;
import static dev.yank.harness.kernel.DeviceAttribute.device_create_file;
import static dev.yank.harness.kernel.DeviceAttribute.device_remove_file;
import static dev.yank.harness.kernel.DeviceAttribute.device_remove_file_self;
import static dev.yank.harness.kernel.Errno.ENODEV;
import static dev.yank.harness.kernel.Errno.ENOMEM;
import static dev.yank.harness.kernel.Iomem.ioremap;
import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Mutex.mutex_init;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.DeviceAttribute;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;

/// Conforms: a register behind the attribute `value`, and an attribute `delete` that has the device unbound by whoever
/// writes to it. Removing an attribute waits for methods that are inside; so the driver holds no lock around it that a
/// method takes, and `delete` removes itself first, as `nvme_sysfs_delete()` does.
///
/// Not final, because its twins do one step differently.
@UnderTest(
        name = "scratch-sysfs",
        device = "scratch",
        policy = ScratchAttributes.POLICY,
        operations = {"delete"},
        summary = "Attributes in sysfs: kernfs has the gate, and one of them removes itself and the device.")
public class ScratchAttributes implements PlatformDriver {

    static final String POLICY = "P1=ENODEV P2=IN|OUT|ERR|PRI P3=calls-in-flight P4=calls P5=yes P8=drop";

    private static final int DATA = 0x0;

    /// What the attributes find as drvdata.
    static final class Scratch {

        /// Held while the register is used.
        final Mutex lock = new Mutex();

        @Var
        Iomem base;

        Scratch(Iomem base) {
            this.base = base;
        }
    }

    final DeviceAttribute value = attr_rw("value", ScratchAttributes::value_show, ScratchAttributes::value_store);

    @SuppressWarnings("this-escape") // nobody calls it before it is created
    final DeviceAttribute delete = attr_wo("delete", (dev, _) -> delete_store(dev));

    @Override
    public final String compatible() {
        return "yank,scratch";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Iomem base = ioremap(pdev.res());
        if (base == null) {
            return -ENOMEM;
        }
        Scratch scratch = kzalloc(new Scratch(base));
        if (scratch == null) {
            iounmap(base);
            return -ENOMEM;
        }
        int err = show_device(pdev, scratch);
        if (err != 0) {
            platform_set_drvdata(pdev, null);
            kfree(scratch);
            iounmap(base);
        }
        return err;
    }

    int show_device(PlatformDevice pdev, Scratch scratch) {
        mutex_init(scratch.lock);
        platform_set_drvdata(pdev, scratch);
        return create_files(pdev.dev());
    }

    /// What can fail comes first: nobody sees the register of a device whose probe fails after all.
    final int create_files(Device dev) {
        @Var int err = device_create_file(dev, delete);
        if (err != 0) {
            return err;
        }
        err = device_create_file(dev, value);
        if (err != 0) {
            device_remove_file(dev, delete);
        }
        return err;
    }

    @Override
    public void remove(PlatformDevice pdev) {
        Scratch scratch = platform_get_drvdata(pdev);
        remove_files(pdev.dev(), scratch);
        iounmap(scratch.base);
        kfree(scratch);
    }

    /// Waits for whoever is inside of a method.
    void remove_files(Device dev, Scratch scratch) {
        device_remove_file(dev, delete);
        device_remove_file(dev, value);
    }

    private static int value_show(Device dev, UserBuffer buf) {
        Scratch scratch = dev_get_drvdata(dev);
        mutex_lock(scratch.lock);
        put_user(readl(scratch.base, DATA), buf);
        mutex_unlock(scratch.lock);
        return Integer.BYTES;
    }

    private static int value_store(Device dev, UserBuffer buf) {
        Scratch scratch = dev_get_drvdata(dev);
        mutex_lock(scratch.lock);
        writel(get_user(buf), scratch.base, DATA);
        mutex_unlock(scratch.lock);
        return Integer.BYTES;
    }

    int delete_store(Device dev) {
        if (!device_remove_file_self(dev, delete)) {
            return -ENODEV; // somebody else does it
        }
        device_release_driver(dev);
        return Integer.BYTES;
    }
}
