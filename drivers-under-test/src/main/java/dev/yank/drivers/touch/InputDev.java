package dev.yank.drivers.touch;

import static dev.yank.drivers.pl061.EventFifo.kfifo_get;
import static dev.yank.drivers.pl061.EventFifo.kfifo_is_empty;
import static dev.yank.drivers.pl061.EventFifo.kfifo_put;
import static dev.yank.harness.kernel.Devm.devm_add_action_or_reset;
import static dev.yank.harness.kernel.Devm.devres_add;
import static dev.yank.harness.kernel.Devm.devres_alloc;
import static dev.yank.harness.kernel.Devm.devres_free;
import static dev.yank.harness.kernel.Kref.kref_get;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Kref.kref_put;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.Spinlock.spin_lock_irqsave;
import static dev.yank.harness.kernel.Spinlock.spin_unlock_irqrestore;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.EventFifo;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Devm;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Kref;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.Spinlock;
import dev.yank.harness.kernel.WaitQueueHead;
import org.jspecify.annotations.Nullable;

/// `struct input_dev` with the `struct evdev` that shows it to programs: counted, so that open files outlive the
/// device.
///
/// Source: `drivers/input/input.c` and `evdev.c`, Linux kernel, V. Pavlik, 1999-2024.
public final class InputDev {

    /// What [#input_fetch] answers where the device is gone.
    static final int GONE = -2;

    private final Kref kref = new Kref();
    private final Miscdevice node;
    private final Spinlock event_lock = new Spinlock();
    private final EventFifo events = new EventFifo();

    final WaitQueueHead wait = new WaitQueueHead();

    @Var
    private boolean exist = true;

    private InputDev(Device parent) {
        this.node = new Miscdevice("event0", new Evdev(), parent);
    }

    /// A device that nobody can see yet; devres puts it.
    ///
    /// @return the device, or null
    public static @Nullable InputDev devm_input_allocate_device(Device parent) {
        InputDev input = kzalloc(new InputDev(parent));
        if (input == null) {
            return null;
        }
        kref_init(input.kref);
        return devm_add_action_or_reset(parent, () -> input_put_device(input)) == 0 ? input : null;
    }

    /// Shows it to programs until devres takes it away.
    ///
    /// @return 0 or a negative errno
    public static int input_register_device(Device parent, InputDev input) {
        Devm.Entry unregister = devres_alloc(() -> input_unregister_device(input));
        if (unregister == null) {
            return -Errno.ENOMEM;
        }
        int err = misc_register(input.node);
        if (err != 0) {
            devres_free(unregister);
            return err;
        }
        devres_add(parent, unregister);
        return 0;
    }

    /// Turns readers away, wakes those who sleep, and takes the node away.
    public static void input_unregister_device(InputDev input) {
        spin_lock_irqsave(input.event_lock);
        input.exist = false;
        spin_unlock_irqrestore(input.event_lock);
        wake_up(input.wait);
        misc_deregister(input.node);
    }

    static void input_get_device(InputDev input) {
        kref_get(input.kref);
    }

    static void input_put_device(InputDev input) {
        kref_put(input.kref, () -> kfree(input));
    }

    /// A finger came down.
    public static void input_report(InputDev input, int place) {
        spin_lock_irqsave(input.event_lock);
        if (input.exist) {
            kfifo_put(input.events, place);
        }
        spin_unlock_irqrestore(input.event_lock);
        wake_up(input.wait);
    }

    /// The place that was touched first of those not read yet, [EventFifo#NONE], or [#GONE].
    static int input_fetch(InputDev input) {
        spin_lock_irqsave(input.event_lock);
        int place = input.exist ? kfifo_get(input.events) : GONE;
        spin_unlock_irqrestore(input.event_lock);
        return place;
    }

    /// Whether [#input_fetch] would answer something else than [EventFifo#NONE].
    static boolean input_is_ready(InputDev input) {
        spin_lock_irqsave(input.event_lock);
        boolean ready = !input.exist || !kfifo_is_empty(input.events);
        spin_unlock_irqrestore(input.event_lock);
        return ready;
    }

    /// What poll shows.
    static int input_poll(InputDev input) {
        spin_lock_irqsave(input.event_lock);
        @Var int mask = kfifo_is_empty(input.events) ? 0 : Poll.EPOLLIN;
        if (!input.exist) {
            mask = Poll.EPOLLHUP | Poll.EPOLLERR;
        }
        spin_unlock_irqrestore(input.event_lock);
        return mask;
    }

    static boolean input_exists(InputDev input) {
        spin_lock_irqsave(input.event_lock);
        boolean exists = input.exist;
        spin_unlock_irqrestore(input.event_lock);
        return exists;
    }
}
