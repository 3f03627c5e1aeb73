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

/// A stack under a lock. The consumer pops when something is on it.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "stack_ok",
        wrong = Wrong.NOTHING,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "The consumer looks at the height.")
final class StackOk implements Subject {

    private static final int ITEMS = 3;

    private final Mutex lock = new Mutex();

    @Var
    private int height;

    @Override
    public void main() {
        concurrently(this::pushAll, this::popAll);
    }

    private void pushAll() {
        for (int i = 0; i < ITEMS; i++) {
            mutex_lock(lock);
            height++;
            mutex_unlock(lock);
        }
    }

    private void popAll() {
        for (int i = 0; i < ITEMS; i++) {
            mutex_lock(lock);
            if (height > 0) {
                BUG_ON(height == 0);
                height--;
            }
            mutex_unlock(lock);
        }
    }
}
