package dev.yank.drivers.memdev;

import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R37 and nothing else: a file that has been told that its device is gone is given the device that was plugged
/// in since, so that its next call reaches another device than the one that was opened.
@UnderTest(
        name = "scratch-memdev-reconnects-handles",
        device = "scratch",
        policy = ScratchMemdev.POLICY,
        breaks = "R37",
        summary = "A dead file comes alive with the next device.")
@SuppressWarnings("ReferenceEquality") // a file is its address
public final class ReconnectsHandles extends ScratchMemdev {

    /// The instance that is bound; it holds no reference.
    @Var
    private @Nullable Memdev present;

    /// The file that was told last.
    @Var
    private @Nullable File told;

    /// The file that was reconnected, and the reference that it still has on what it was opened for.
    @Var
    private @Nullable File reconnected;

    @Var
    private @Nullable Memdev before;

    @Override
    void begin(Memdev cxlmd) {
        down_write(memdev_rwsem);
        present = cxlmd;
        up_write(memdev_rwsem);
    }

    @Override
    void end(Memdev cxlmd) {
        down_write(memdev_rwsem);
        present = null;
        up_write(memdev_rwsem);
    }

    @Override
    int disconnected(File file) {
        told = WRITE_ONCE(file);
        return -Errno.ENXIO;
    }

    @Override
    Memdev memdev_of(File file) {
        if (READ_ONCE(told) == file) {
            down_write(memdev_rwsem);
            Memdev next = present;
            if (next != null && reconnected == null) {
                get_device(next.dev);
                before = private_data(file);
                reconnected = file;
                file.private_data = WRITE_ONCE(next);
            }
            up_write(memdev_rwsem);
        }
        return super.memdev_of(file);
    }

    @Override
    void put_at_release(File file) {
        down_write(memdev_rwsem);
        Memdev old = reconnected == file ? before : null;
        if (old != null) {
            before = null;
        }
        up_write(memdev_rwsem);
        if (old != null) {
            put_device(old.dev);
        }
        super.put_at_release(file);
    }
}
