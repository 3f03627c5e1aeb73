package dev.yank.drivers.pl061.gpiolib;

import static dev.yank.drivers.pl061.LineIoctl.edge_detection_start;
import static dev.yank.drivers.pl061.Pl061.pl061_init;
import static dev.yank.drivers.pl061.Pl061.pl061_irq_handler;
import static dev.yank.drivers.pl061.Pl061.pl061_resume;
import static dev.yank.drivers.pl061.Pl061.pl061_suspend;
import static dev.yank.drivers.pl061.gpiolib.GpioDevice.edge_irq_handler;
import static dev.yank.harness.kernel.AmbaDevice.amba_set_drvdata;
import static dev.yank.harness.kernel.Cdev.cdev_device_add;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Devm.devm_add_action_or_reset;
import static dev.yank.harness.kernel.Devm.devm_kzalloc;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.Rcu.rcu_assign_pointer;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.SrcuStruct.cleanup_srcu_struct;
import static dev.yank.harness.kernel.SrcuStruct.init_srcu_struct;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.Pl061;
import dev.yank.drivers.pl061.Pl061Registers;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.AmbaDriver;
import dev.yank.harness.kernel.AmbaId;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.FileOperations;
import java.util.List;

/// The gpio-pl061 driver and the part of gpiolib that all versions have in common: adding a chip.
///
/// The order of probe is that of the original up to the registration, but the chip is published when nothing
/// can fail any more. In Linux programs can open it before.
///
/// Sources: `drivers/gpio/gpio-pl061.c`, B. Song, 2010-2024, and `drivers/gpio/gpiolib.c`, L. Walleij and B.
/// Golaszewski, 2016-2024, Linux kernel.
public abstract class Pl061OnGpiolib implements AmbaDriver {

    /// What gpiolib-cdev does with the files of this device.
    abstract FileOperations operations(GpioDevice gdev);

    /// Withdraws the chip from the open files.
    abstract void gpiochip_remove(GpioDevice gdev, AmbaDevice adev, Pl061 pl061);

    @Override
    public final List<AmbaId> id_table() {
        return List.of(new AmbaId(Pl061Registers.AMBA_ID, Pl061Registers.AMBA_MASK));
    }

    @Override
    public final int probe(AmbaDevice adev, AmbaId id) {
        Pl061 pl061 = devm_kzalloc(adev.dev(), new Pl061());
        if (pl061 == null) {
            return -Errno.ENOMEM;
        }
        int err = pl061_init(pl061, adev);
        if (err != 0) {
            return err;
        }
        amba_set_drvdata(adev, pl061);
        return devm_gpiochip_add_data(adev, pl061);
    }

    @Override
    public final int suspend(Device dev) {
        Pl061 pl061 = dev_get_drvdata(dev);
        return pl061_suspend(pl061);
    }

    @Override
    public final int resume(Device dev) {
        Pl061 pl061 = dev_get_drvdata(dev);
        return pl061_resume(pl061);
    }

    private int devm_gpiochip_add_data(AmbaDevice adev, Pl061 pl061) {
        GpioDevice gdev = kzalloc(new GpioDevice());
        if (gdev == null) {
            return -Errno.ENOMEM;
        }
        @Var int ret = init_srcu_struct(gdev.srcu);
        if (ret != 0) {
            kfree(gdev);
            return ret;
        }
        device_initialize(gdev.dev, () -> gpiodev_release(gdev));
        ret = gpiochip_setup_dev(gdev, adev, pl061);
        if (ret != 0) {
            put_device(gdev.dev);
            return ret;
        }
        ret = devm_add_action_or_reset(adev.dev(), () -> gpiochip_remove(gdev, adev, pl061));
        if (ret != 0) {
            return ret;
        }
        gdev.chip = rcu_assign_pointer(pl061);
        edge_detection_start(pl061, gdev.config_mutex);
        return 0;
    }

    private int gpiochip_setup_dev(GpioDevice gdev, AmbaDevice adev, Pl061 pl061) {
        int ret = request_irq(
                adev.irq(), (_, _) -> pl061_irq_handler(pl061, line -> edge_irq_handler(gdev, line)), "pl061", pl061);
        if (ret != 0) {
            return ret;
        }
        cdev_init(gdev.chrdev, operations(gdev));
        int err = cdev_device_add(gdev.chrdev, gdev.dev, adev.dev().devt());
        if (err != 0) {
            free_irq(adev.irq(), pl061);
        }
        return err;
    }

    private static void gpiodev_release(GpioDevice gdev) {
        cleanup_srcu_struct(gdev.srcu);
        kfree(gdev);
    }
}
