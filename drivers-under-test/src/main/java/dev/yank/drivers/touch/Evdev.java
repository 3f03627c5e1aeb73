package dev.yank.drivers.touch;

import static dev.yank.drivers.touch.InputDev.input_exists;
import static dev.yank.drivers.touch.InputDev.input_fetch;
import static dev.yank.drivers.touch.InputDev.input_get_device;
import static dev.yank.drivers.touch.InputDev.input_is_ready;
import static dev.yank.drivers.touch.InputDev.input_poll;
import static dev.yank.drivers.touch.InputDev.input_put_device;
import static dev.yank.harness.kernel.Struct.container_of;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.EventFifo;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// The file operations of evdev.
///
/// Source: `drivers/input/evdev.c`, Linux kernel, V. Pavlik, 1999-2024.
record Evdev() implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        InputDev input = container_of((Miscdevice) Objects.requireNonNull(file.private_data));
        if (!input_exists(input)) {
            return -Errno.ENODEV;
        }
        input_get_device(input);
        file.private_data = input;
        return 0;
    }

    @Override
    public int release(Inode inode, File file) {
        input_put_device(inputOf(file));
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        InputDev input = inputOf(file);
        @Var int place = input_fetch(input);
        while (place == EventFifo.NONE) {
            if (buffer.nowait()) {
                return -Errno.EAGAIN;
            }
            wait_event_interruptible(input.wait, () -> input_is_ready(input));
            place = input_fetch(input);
        }
        return place == InputDev.GONE ? -Errno.ENODEV : 1 + put_user(place, buffer);
    }

    @Override
    public int poll(File file) {
        return input_poll(inputOf(file));
    }

    private static InputDev inputOf(File file) {
        return (InputDev) Objects.requireNonNull(file.private_data);
    }
}
