package dev.yank.subjects.device;

import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import dev.yank.harness.kernel.Subject;
import org.jspecify.annotations.Nullable;

/// The program of V1 to V5: a device file that a writer and a reader open, use and close while the device is
/// unplugged and plugged in again.
abstract class DeviceFile<F> implements Subject {

    /// Binds the driver to the device.
    abstract void probe();

    /// Unbinds it, if it is bound.
    abstract void unplug();

    /// An open file, or null where nothing is bound.
    abstract @Nullable F open();

    /// Answers 0 or a negative errno.
    abstract int write(F file, int value);

    /// Answers what was written, or a negative errno.
    abstract int read(F file);

    abstract void close(F file);

    @Override
    public final void main() {
        probe();
        concurrently(this::writer, this::reader, this::remover);
        unplug();
    }

    private void writer() {
        F file = open();
        if (file != null) {
            write(file, 1);
            close(file);
        }
    }

    private void reader() {
        F file = open();
        if (file != null) {
            read(file);
            close(file);
        }
    }

    private void remover() {
        unplug();
        probe();
    }
}
