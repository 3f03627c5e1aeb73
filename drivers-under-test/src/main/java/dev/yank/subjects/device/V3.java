package dev.yank.subjects.device;

import static dev.yank.harness.kernel.Atomic.atomic_dec_and_test;
import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
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

/// A device file whose count is looked at and then raised: an open that saw 1 raises it after the last put, and
/// holds what is freed. The lock keeps the memory until open has looked; it does not keep the count.
///
/// Tasks: a writer, a reader, one that unplugs and probes again, and main.
@TestSubject(
        name = "v3",
        wrong = Wrong.MEMORY,
        source = "Yank; measured with other tools too, 2026",
        summary = "A count of 0 is raised again.")
final class V3 extends DeviceFile<V3.Gadget> {

    /// `struct gadget`: one for each binding, kept as long as the binding or an open file refers to it.
    static final class Gadget {
        final Atomic references = new Atomic();

        @Var
        int content;
    }

    private final Mutex lock = new Mutex();

    /// The gadget that open finds, until its last reference is gone.
    @Var
    private @Nullable Gadget bound;

    /// The same, as long as the binding has a reference.
    @Var
    private @Nullable Gadget ownedByBinding;

    @Override
    void probe() {
        Gadget gadget = kzalloc(new Gadget());
        if (gadget == null) {
            return;
        }
        atomic_set(gadget.references, 1);
        mutex_lock(lock);
        bound = gadget;
        ownedByBinding = gadget;
        mutex_unlock(lock);
    }

    @Override
    void unplug() {
        Gadget gadget = ownedByBinding;
        ownedByBinding = null;
        if (gadget != null) {
            put(gadget);
        }
    }

    @Override
    @Nullable
    Gadget open() {
        mutex_lock(lock);
        Gadget gadget = bound;
        boolean isOpen = gadget != null && get(gadget);
        mutex_unlock(lock);
        return isOpen ? gadget : null;
    }

    @Override
    int write(Gadget gadget, int value) {
        gadget.content = value;
        return 0;
    }

    @Override
    int read(Gadget gadget) {
        return gadget.content;
    }

    @Override
    void close(Gadget gadget) {
        put(gadget);
    }

    private static boolean get(Gadget gadget) {
        if (atomic_read(gadget.references) > 0) {
            atomic_inc(gadget.references);
            return true;
        }
        return false;
    }

    private void put(Gadget gadget) {
        if (atomic_dec_and_test(gadget.references)) {
            mutex_lock(lock);
            if (isStillFound(gadget)) {
                bound = null;
            }
            mutex_unlock(lock);
            kfree(gadget);
        }
    }

    @SuppressWarnings("ReferenceEquality") // pointers
    private boolean isStillFound(Gadget gadget) {
        return bound == gadget;
    }
}
