package dev.yank.subjects.real;

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

/// A waiter looks at a flag and then waits for a signal; the flag is set and signalled without the lock.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "lost-notify",
        wrong = Wrong.DEADLOCK,
        source = "E. Farchi, Y. Nir, S. Ur, IPDPS 2003",
        summary = "The signal comes between looking and waiting.")
final class LostNotify implements Subject {

    private final Mutex lock = new Mutex();
    private final PthreadCond ready = new PthreadCond();

    @Var
    private boolean isReady;

    @Override
    public void main() {
        concurrently(this::await, this::announce);
    }

    private void await() {
        mutex_lock(lock);
        if (!isReady) {
            pthread_cond_wait(ready, lock);
        }
        mutex_unlock(lock);
    }

    private void announce() {
        isReady = true;
        pthread_cond_signal(ready);
    }
}
