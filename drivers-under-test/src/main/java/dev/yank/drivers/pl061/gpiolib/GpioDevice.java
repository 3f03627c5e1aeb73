package dev.yank.drivers.pl061.gpiolib;

import static dev.yank.drivers.pl061.EventFifo.kfifo_put;
import static dev.yank.harness.kernel.Rcu.rcu_access_pointer;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.EventFifo;
import dev.yank.drivers.pl061.Pl061;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.SrcuStruct;
import dev.yank.harness.kernel.WaitQueueHead;
import org.jspecify.annotations.Nullable;

/// `struct gpio_device`: what gpiolib keeps for a chip, and for the open files when the chip is gone.
///
/// Each line is requested by one file in Linux; here all files share the lines, and therefore the events.
///
/// Source: `drivers/gpio/gpiolib.h`, Linux kernel, L. Walleij, 2016-2024.
final class GpioDevice {

    final Device dev = new Device();
    final Cdev chrdev = new Cdev();
    final SrcuStruct srcu = new SrcuStruct();
    final Mutex config_mutex = new Mutex();
    final EventFifo events = new EventFifo();
    final WaitQueueHead wait = new WaitQueueHead();

    /// The chip, in memory of the driver, `__rcu` under [#srcu]; null before it is added and once it is gone.
    @Var
    @Nullable
    Pl061 chip;

    /// A line rose.
    static void edge_irq_handler(GpioDevice gdev, int line) {
        if (rcu_access_pointer(gdev.chip) != null) {
            kfifo_put(gdev.events, line);
            wake_up(gdev.wait);
        }
    }
}
