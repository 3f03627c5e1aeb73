package dev.yank.drivers.regulator;

import static dev.yank.harness.kernel.Cdev.cdev_device_add;
import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Devm.devm_kzalloc;
import static dev.yank.harness.kernel.Iomem.devm_ioremap_resource;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Conforms: a supply that may be unplugged while it is consumed. Whoever consumes it asks the core each
/// time, and is told that the driver has gone; the core calls the driver under its mutex, and gives it up
/// under its mutex.
///
/// Linux does not do so: see [KeepsDriver].
///
/// Not final, because its twin does one step differently.
///
/// Sources: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, A.
/// Lutomirski and M. Carvalho, 2021; `drivers/regulator/core.c`, Linux kernel, L. Girdwood, 2008.
@UnderTest(
        name = "scratch-regulator",
        device = "scratch",
        policy = ScratchRegulator.POLICY,
        summary = "An in-kernel consumer of a regulator that is unplugged.")
public class ScratchRegulator implements PlatformDriver {

    static final String POLICY = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop";

    @Override
    public final String compatible() {
        return "yank,scratch";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Iomem base = devm_ioremap_resource(pdev.dev(), pdev.res());
        Supply supply = base == null ? null : devm_kzalloc(pdev.dev(), new Supply());
        if (base == null || supply == null) {
            return -Errno.ENOMEM;
        }
        supply.base = base;
        RegulatorDev rdev = regulator_register(pdev, supply);
        if (rdev == null) {
            return -Errno.ENOMEM;
        }
        platform_set_drvdata(pdev, rdev);
        return 0;
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        regulator_unregister(platform_get_drvdata(pdev));
    }

    /// Tells the core of a supply.
    ///
    /// @return what the core keeps of it, or null where that failed
    private static @Nullable RegulatorDev regulator_register(PlatformDevice pdev, Supply supply) {
        RegulatorDev rdev = kzalloc(new RegulatorDev());
        if (rdev == null) {
            return null;
        }
        device_initialize(rdev.dev, () -> kfree(rdev));
        cdev_init(rdev.consumer, new ConsumerFops(rdev));
        int err = cdev_device_add(rdev.consumer, rdev.dev, pdev.dev().devt());
        if (err != 0) {
            put_device(rdev.dev);
            return null;
        }
        // Not before: whoever is quicker than an error of cdev_device_add may open the node all the same.
        mutex_lock(rdev.mutex);
        rdev.reg_data = supply;
        mutex_unlock(rdev.mutex);
        return rdev;
    }

    private void regulator_unregister(RegulatorDev rdev) {
        give_up(rdev);
        cdev_device_del(rdev.consumer, rdev.dev);
        put_device(rdev.dev);
    }

    // What the twin does differently.

    /// From now on consumers are told that there is no such supply.
    void give_up(RegulatorDev rdev) {
        mutex_lock(rdev.mutex);
        rdev.reg_data = null;
        mutex_unlock(rdev.mutex);
    }
}
