package dev.yank.drivers.pl061;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Uapi.line;
import static dev.yank.harness.kernel.Uapi.value;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Uapi;
import dev.yank.harness.kernel.UserBuffer;

/// `linereq_ioctl()`: what programs can do to a line. Edges are detected while a line is an input.
///
/// Source: `drivers/gpio/gpiolib-cdev.c`, Linux kernel, K. Gibson, 2020-2024.
public final class LineIoctl {

    private LineIoctl() {}

    /// Does what `command` says.
    ///
    /// @param config_mutex held while the direction of a line and its edge detection change together
    public static int line_ioctl(GpioChip gc, Mutex config_mutex, int command, UserBuffer argument) {
        int offset = line(get_user(argument));
        int value = value(get_user(argument));
        return switch (command) {
            case Uapi.GPIO_DIRECTION_INPUT -> set_input(gc, config_mutex, offset);
            case Uapi.GPIO_DIRECTION_OUTPUT -> set_output(gc, config_mutex, offset, value);
            case Uapi.GPIO_GET -> get_value(gc, offset, argument);
            case Uapi.GPIO_SET -> {
                gc.set(offset, value);
                yield 0;
            }
            default -> -Errno.ENOTTY;
        };
    }

    /// Begins to detect edges; last in probe.
    public static void edge_detection_start(GpioChip gc, Mutex config_mutex) {
        mutex_lock(config_mutex);
        gc.irq_startup();
        mutex_unlock(config_mutex);
    }

    private static int get_value(GpioChip gc, int offset, UserBuffer argument) {
        int value = gc.get(offset);
        return value < 0 ? value : put_user(value, argument);
    }

    private static int set_input(GpioChip gc, Mutex config_mutex, int offset) {
        mutex_lock(config_mutex);
        gc.irq_mask(offset);
        int ret = gc.direction_input(offset);
        gc.irq_ack(offset);
        gc.irq_unmask(offset);
        mutex_unlock(config_mutex);
        return ret;
    }

    private static int set_output(GpioChip gc, Mutex config_mutex, int offset, int value) {
        mutex_lock(config_mutex);
        gc.irq_mask(offset);
        int ret = gc.direction_output(offset, value);
        mutex_unlock(config_mutex);
        return ret;
    }
}
