package dev.yank.drivers.pl061.gpiolib;

import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.SrcuStruct.srcu_dereference;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_lock;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_unlock;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.Pl061;
import org.jspecify.annotations.Nullable;

/// `struct gpio_desc`: what a consumer inside the kernel has of a chip that may be unplugged.
///
/// Source: `drivers/gpio/gpiolib.c` and `include/linux/gpio/consumer.h`, Linux kernel, A. Courbot, 2013, and B.
/// Golaszewski, 2024.
final class GpioDesc {

    @Var
    GpioDevice gdev;

    /// The chip at the time of asking; for a twin.
    @Var
    @Nullable
    Pl061 seen;

    private GpioDesc(GpioDevice gdev) {
        this.gdev = gdev;
    }

    /// `gpiod_get()`: the consumer pins what gpiolib keeps for the chip, not the chip.
    ///
    /// @return the descriptor, or null where memory is short
    static @Nullable GpioDesc gpiod_get(GpioDevice gdev) {
        GpioDesc desc = kzalloc(new GpioDesc(gdev));
        if (desc != null) {
            get_device(gdev.dev);
        }
        return desc;
    }

    static void gpiod_put(GpioDesc desc) {
        GpioDevice gdev = desc.gdev;
        kfree(desc);
        put_device(gdev.dev);
    }

    /// Begins to use the chip: `CLASS(gpio_chip_guard)`.
    ///
    /// @return what to give back with [#chip_put]
    static int chip_get(GpioDesc desc) {
        return srcu_read_lock(desc.gdev.srcu);
    }

    /// The chip, or null where it is unplugged.
    static @Nullable Pl061 chip(GpioDesc desc) {
        return srcu_dereference(desc.gdev.chip, desc.gdev.srcu);
    }

    static void chip_put(GpioDesc desc, int idx) {
        srcu_read_unlock(desc.gdev.srcu, idx);
    }
}
