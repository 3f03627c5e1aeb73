package dev.yank.subjects.device;

import static dev.yank.harness.kernel.Atomic.atomic_dec_and_test;
import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Errno.ENODEV;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import org.jspecify.annotations.Nullable;

/// A device file over a pointer that unplug sets to null ("numb"): an operation looks whether it is null and uses
/// what it found, while unplug frees that.
///
/// Tasks: a writer, a reader, one that unplugs and probes again, and main.
@TestSubject(
        name = "v2",
        wrong = Wrong.MEMORY,
        source = "Yank; measured with other tools too, 2026",
        summary = "An operation uses a pointer that was not yet null when it looked.")
final class V2 extends DeviceFile<V2.Gadget> {

    /// `struct gadget`: one for each binding, kept as long as the binding or an open file refers to it.
    static final class Gadget {
        final Atomic references = new Atomic();

        /// Null once the device is gone.
        @Var
        @Nullable
        Chip chip;
    }

    /// `struct gadget_chip`: what goes when the device goes.
    static final class Chip {
        final Registers registers = new Registers();
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
        gadget.chip = kzalloc(new Chip());
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
        Chip chip = gadget.chip;
        gadget.chip = null;
        kfree(chip);
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
        Chip chip = gadget.chip;
        if (chip == null) {
            return -ENODEV;
        }
        chip.registers.write(value);
        return 0;
    }

    @Override
    int read(Gadget gadget) {
        Chip chip = gadget.chip;
        return chip == null ? -ENODEV : chip.registers.read();
    }

    @Override
    void close(Gadget gadget) {
        put(gadget);
    }

    private static void put(Gadget gadget) {
        if (atomic_dec_and_test(gadget.references)) {
            kfree(gadget);
        }
    }
}
