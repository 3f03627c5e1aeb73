package dev.yank.subjects.device;

import static dev.yank.harness.kernel.Atomic.atomic_dec_and_test;
import static dev.yank.harness.kernel.Atomic.atomic_inc_not_zero;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Errno.ENODEV;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A slot for one gadget, with a count and a generation. A handle is weak: it upgrades by looking at the generation,
/// raising the count unless it is 0, and looking at the generation again. Probe makes the slot alive before it
/// raises the generation.
///
/// It takes three preemptions among three tasks: the user of the handle is stopped after its first look; the last
/// put empties the slot, and probe is stopped between the count and the generation; the user raises the count,
/// finds the old generation and is stopped again; probe fills in the new gadget, and the user takes it for the
/// old one. Tasks: one that writes and reads through the handle, one that unplugs, one that probes, and main.
@TestSubject(
        name = "v6",
        wrong = Wrong.ASSERTION,
        source = "Yank; measured with other tools too, 2026",
        summary = "A handle of the old gadget is upgraded to the new one in its slot.")
final class V6 implements Subject {

    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private final Atomic references = new Atomic();
    private final Atomic generation = new Atomic();

    @Var
    private boolean isFree;

    /// Whose registers the slot leads to.
    @Var
    private int owner;

    @Var
    private int content;

    @Override
    public void main() {
        atomic_set(references, 1);
        atomic_set(generation, FIRST);
        owner = FIRST;
        concurrently(this::user, this::unplug, this::probe);
    }

    private void user() {
        write(1);
        read();
    }

    private int write(int value) {
        if (!upgrade(FIRST)) {
            return -ENODEV;
        }
        BUG_ON(owner != FIRST);
        content = value;
        put();
        return 0;
    }

    private int read() {
        if (!upgrade(FIRST)) {
            return -ENODEV;
        }
        BUG_ON(owner != FIRST);
        int value = content;
        put();
        return value;
    }

    private boolean upgrade(int expected) {
        if (atomic_read(generation) != expected || !atomic_inc_not_zero(references)) {
            return false;
        }
        if (atomic_read(generation) != expected) {
            put();
            return false;
        }
        return true;
    }

    private void unplug() {
        put();
    }

    private void put() {
        if (atomic_dec_and_test(references)) {
            isFree = true;
        }
    }

    private void probe() {
        if (isFree) {
            isFree = false;
            atomic_set(references, 1);
            atomic_set(generation, SECOND);
            owner = SECOND;
        }
    }
}
