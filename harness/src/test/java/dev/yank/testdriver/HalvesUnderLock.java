package dev.yank.testdriver;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// [Halves] with a lock.
@TestSubject(name = "test-halves_ok", wrong = Wrong.NOTHING, source = "nobody", summary = "The lock makes it one step.")
final class HalvesUnderLock implements Subject {

    private final Mutex lock = new Mutex();

    @Var
    private int number;

    @Override
    public void main() {
        concurrently(2, this::raise);
        BUG_ON(number != 2);
    }

    private void raise() {
        mutex_lock(lock);
        number++;
        mutex_unlock(lock);
    }
}
