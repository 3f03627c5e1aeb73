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

/// Three tasks under one lock: one adds 1, one adds 2, and one believes that it comes before them.
///
/// Tasks: 3 and main.
@TestSubject(
        name = "lazy01",
        wrong = Wrong.ASSERTION,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "The last task finds 3.")
final class Lazy01 implements Subject {

    private final Mutex lock = new Mutex();

    @Var
    private int data;

    @Override
    public void main() {
        concurrently(() -> add(1), () -> add(2), this::look);
    }

    private void add(int amount) {
        mutex_lock(lock);
        data += amount;
        mutex_unlock(lock);
    }

    private void look() {
        mutex_lock(lock);
        BUG_ON(data >= 3);
        mutex_unlock(lock);
    }
}
