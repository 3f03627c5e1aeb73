package dev.yank.drivers.pl061.gpiolib;

import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Rcu.rcu_assign_pointer;
import static dev.yank.harness.kernel.SrcuStruct.synchronize_srcu;

import dev.yank.drivers.pl061.Pl061;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Conforms: a driver inside the kernel that consumes lines of a chip which may be unplugged. It holds descriptors,
/// which pin what gpiolib keeps and not the chip; each use asks for the chip under SRCU, and is told that there is
/// none.
///
/// Not final, because its twins do one step differently.
///
/// Sources: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, A. Lutomirski and
/// M.
/// Carvalho, 2021; `drivers/gpio/gpiolib.c`, Linux kernel 6.12, B. Golaszewski, 2024.
@UnderTest(
        name = "pl061-gpiod-consumer",
        device = "pl061",
        policy = GpiodConsumer.POLICY,
        operations = {"get-line", "set-line", "direction-input", "direction-output"},
        summary = "An in-kernel consumer of GPIO lines whose supplier is unplugged.")
public class GpiodConsumer extends Pl061OnGpiolib {

    static final String POLICY = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=resource P5=yes P8=drop";

    @Override
    final FileOperations operations(GpioDevice gdev) {
        return new ConsumerFops(this, gdev);
    }

    @Override
    final void gpiochip_remove(GpioDevice gdev, AmbaDevice adev, Pl061 pl061) {
        gdev.chip = rcu_assign_pointer(null);
        synchronize_srcu(gdev.srcu);
        free_irq(adev.irq(), pl061);
        cdev_device_del(gdev.chrdev, gdev.dev);
        put_device(gdev.dev);
    }

    // What the twins do differently.

    @Nullable
    Pl061 chip_of(GpioDesc desc) {
        return GpioDesc.chip(desc);
    }
}
