package dev.yank.subjects.sctbench;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A producer and a consumer share a queue under a lock. Each item is counted in the step in which it is stored.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "queue_ok",
        wrong = Wrong.NOTHING,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "Items are stored and counted in one step.")
final class QueueOk implements Subject {

    private static final int ITEMS = 5;

    private final Mutex lock = new Mutex();
    private final int[] items = new int[ITEMS];

    @Var
    private int stored;

    @Var
    private int taken;

    @Override
    public void main() {
        concurrently(this::produce, this::consume);
    }

    private void produce() {
        for (int i = 0; i < ITEMS; i++) {
            mutex_lock(lock);
            stored++;
            items[i] = i + 1;
            mutex_unlock(lock);
        }
    }

    private void consume() {
        for (int i = 0; i < ITEMS; i++) {
            mutex_lock(lock);
            if (taken < stored) {
                BUG_ON(items[taken] != taken + 1);
                taken++;
            }
            mutex_unlock(lock);
        }
    }
}
