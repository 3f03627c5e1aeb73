package dev.yank.subjects.device;

import static dev.yank.harness.kernel.Atomic.atomic_dec_and_test;
import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
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

/// A device file done right: references are counted atomically, access is revoked with a count of the operations
/// in flight, and unplug waits for those.
///
/// Tasks: a writer, a reader, one that unplugs and probes again, and main.
@TestSubject(
        name = "v1",
        wrong = Wrong.NOTHING,
        source = "Yank; measured with other tools too, 2026",
        summary = "References and operations in flight are counted.")
final class V1 extends DeviceFile<V1.Gadget> {

    /// `struct gadget`: one for each binding, kept as long as the binding or an open file refers to it.
    static final class Gadget {
        final Atomic references = new Atomic();
        final Atomic inFlight = new Atomic();
        final WaitQueueHead idle = new WaitQueueHead();
        final Registers registers = new Registers();

        @Var
        boolean isLive = true;
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
        atomic_set(gadget.references, 1);
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
            atomic_inc(gadget.references);
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
        if (atomic_dec_and_test(gadget.references)) {
            kfree(gadget);
        }
    }
}
