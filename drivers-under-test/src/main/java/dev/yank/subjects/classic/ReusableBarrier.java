package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;
import static dev.yank.harness.kernel.posix.PthreadCond.pthread_cond_broadcast;
import static dev.yank.harness.kernel.posix.PthreadCond.pthread_cond_wait;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.kernel.posix.PthreadCond;

/// A barrier that is used twice: whoever comes last sets the count back and wakes the others, and may come again
/// before they have looked.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "reusable-barrier",
        wrong = Wrong.DEADLOCK,
        source = "A. Downey, The Little Book of Semaphores, 2008",
        summary = "Who is slow to leave finds somebody who has come again, and waits for ever.")
final class ReusableBarrier implements Subject {

    private static final int PARTIES = 2;

    private final Mutex lock = new Mutex();
    private final PthreadCond allHere = new PthreadCond();

    @Var
    private int here;

    @Override
    public void main() {
        concurrently(PARTIES, this::run);
    }

    private void run() {
        await();
        await();
    }

    private void await() {
        mutex_lock(lock);
        here++;
        if (here == PARTIES) {
            here = 0;
            pthread_cond_broadcast(allHere);
        }
        while (here != 0) {
            pthread_cond_wait(allHere, lock);
        }
        mutex_unlock(lock);
    }
}
