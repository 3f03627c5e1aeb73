package dev.yank.subjects.sctbench;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;
import static dev.yank.harness.kernel.posix.PthreadCond.pthread_cond_signal;
import static dev.yank.harness.kernel.posix.PthreadCond.pthread_cond_wait;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.kernel.posix.PthreadCond;

/// A producer and a consumer hand four items over. The consumer looks at the number of items before it
/// takes the lock to wait, so that the signal may have passed by then.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "sync02",
        wrong = Wrong.DEADLOCK,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "The signal comes between looking and sleeping.")
final class Sync02 implements Subject {

    private static final int ITEMS = 4;

    private final Mutex lock = new Mutex();
    private final PthreadCond full = new PthreadCond();

    @Var
    private int items;

    @Override
    public void main() {
        concurrently(this::produce, this::consume);
    }

    private void produce() {
        for (int i = 0; i < ITEMS; i++) {
            mutex_lock(lock);
            items++;
            pthread_cond_signal(full);
            mutex_unlock(lock);
        }
    }

    private void consume() {
        for (int i = 0; i < ITEMS; i++) {
            boolean mustWait = items == 0;
            mutex_lock(lock);
            if (mustWait) {
                pthread_cond_wait(full, lock);
            }
            items--;
            mutex_unlock(lock);
        }
    }
}
