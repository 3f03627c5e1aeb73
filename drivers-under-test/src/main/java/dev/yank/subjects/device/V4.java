package dev.yank.subjects.device;

import static dev.yank.harness.kernel.Atomic.atomic_dec_and_test;
import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Errno.ENODEV;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.kernel.WaitQueueHead;
import org.jspecify.annotations.Nullable;

/// A device file whose count is lowered in three steps, reading, subtracting and storing, and then looked at: two
/// puts at once are one put, which leaks, or both are the last, which frees twice.
///
/// Tasks: a writer, a reader, one that unplugs and probes again, and main.
@TestSubject(
        name = "v4",
        wrong = Wrong.MEMORY,
        source = "Yank; measured with other tools too, 2026",
        summary = "Two puts at once lower the count once, or free twice.")
final class V4 extends DeviceFile<V4.Gadget> {

    /// `struct gadget`: one for each binding, kept as long as the binding or an open file refers to it.
    static final class Gadget {
        final Atomic inFlight = new Atomic();
        final WaitQueueHead idle = new WaitQueueHead();
        final Registers registers = new Registers();

        @Var
        boolean isLive = true;

        @Var
        int references = 1;
    }

    private final Mutex lock = new Mutex();

    @Var
    private @Nullable Gadget bound;

    @Override
    void probe() {
        Gadget gadget = kzalloc(new Gadget());
        if (gadget == null) {
            return;
        }
        mutex_lock(lock);
        bound = gadget;
        mutex_unlock(lock);
    }

    @Override
    void unplug() {
        mutex_lock(lock);
        Gadget gadget = bound;
        bound = null;
        mutex_unlock(lock);
        if (gadget == null) {
            return;
        }
        gadget.isLive = false;
        wait_event(gadget.idle, () -> atomic_read(gadget.inFlight) == 0);
        gadget.registers.powerOff();
        put(gadget);
    }

    @Override
    @Nullable
    Gadget open() {
        mutex_lock(lock);
        Gadget gadget = bound;
        if (gadget != null) {
            gadget.references++;
        }
        mutex_unlock(lock);
        return gadget;
    }

    @Override
    int write(Gadget gadget, int value) {
        if (!enter(gadget)) {
            return -ENODEV;
        }
        gadget.registers.write(value);
        leave(gadget);
        return 0;
    }

    @Override
    int read(Gadget gadget) {
        if (!enter(gadget)) {
            return -ENODEV;
        }
        int value = gadget.registers.read();
        leave(gadget);
        return value;
    }

    @Override
    void close(Gadget gadget) {
        put(gadget);
    }

    private static boolean enter(Gadget gadget) {
        atomic_inc(gadget.inFlight);
        if (gadget.isLive) {
            return true;
        }
        leave(gadget);
        return false;
    }

    private static void leave(Gadget gadget) {
        if (atomic_dec_and_test(gadget.inFlight)) {
            wake_up(gadget.idle);
        }
    }

    private static void put(Gadget gadget) {
        gadget.references--;
        if (gadget.references == 0) {
            kfree(gadget);
        }
    }
}
