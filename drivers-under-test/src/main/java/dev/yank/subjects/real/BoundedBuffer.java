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

/// Two producers and two consumers share a buffer of one place and one condition. One sleeper is woken, and it
/// may be one of the wrong kind.
///
/// Tasks: 4 and main.
@TestSubject(
        name = "boundedbuffer",
        wrong = Wrong.DEADLOCK,
        source = "Y. Yang, X. Chen, G. Gopalakrishnan, UUCS-08-004, 2008 (Inspect)",
        summary = "A producer wakes a producer, and everybody sleeps.")
final class BoundedBuffer implements Subject {

    private static final int ROUNDS = 2;

    private final Mutex lock = new Mutex();
    private final PthreadCond changed = new PthreadCond();

    @Var
    private int items;

    @Override
    public void main() {
        concurrently(this::produce, this::produce, this::consume, this::consume);
    }

    private void produce() {
        for (int i = 0; i < ROUNDS; i++) {
            mutex_lock(lock);
            while (items == 1) {
                pthread_cond_wait(changed, lock);
            }
            items++;
            pthread_cond_signal(changed);
            mutex_unlock(lock);
        }
    }

    private void consume() {
        for (int i = 0; i < ROUNDS; i++) {
            mutex_lock(lock);
            while (items == 0) {
                pthread_cond_wait(changed, lock);
            }
            items--;
            pthread_cond_signal(changed);
            mutex_unlock(lock);
        }
    }
}
