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

/// A producer and a consumer share a queue under a lock. The producer counts an item first and stores it in a second
/// step, so that the
/// consumer can take a place that is empty.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "queue",
        wrong = Wrong.ASSERTION,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "The consumer takes what is counted but not stored.")
final class Queue implements Subject {

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
            mutex_unlock(lock);
            mutex_lock(lock);
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
