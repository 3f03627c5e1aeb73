package dev.yank.subjects.sctbench;

import static dev.yank.harness.kernel.Bug.BUG_ON;
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

/// A producer hands the numbers 1 to 3 to a consumer one at a time; main claims that they do not sum up to 6.
/// The claim is wrong whatever the schedule: the study calls such subjects trivial.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "arithmetic_prog",
        wrong = Wrong.ASSERTION,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "The claim about the sum is wrong under every schedule.")
class ArithmeticProg implements Subject {

    private static final int LAST = 3;

    private final Mutex lock = new Mutex();
    private final PthreadCond empty = new PthreadCond();
    private final PthreadCond full = new PthreadCond();

    @Var
    private int waiting;

    @Var
    private int sum;

    @Override
    public void main() {
        concurrently(this::produce, this::consume);
        BUG_ON(isWrong(sum));
    }

    boolean isWrong(int total) {
        return total == LAST * (LAST + 1) / 2;
    }

    private void produce() {
        for (int i = 1; i <= LAST; i++) {
            mutex_lock(lock);
            while (waiting > 0) {
                pthread_cond_wait(empty, lock);
            }
            waiting = i;
            pthread_cond_signal(full);
            mutex_unlock(lock);
        }
    }

    private void consume() {
        for (int i = 1; i <= LAST; i++) {
            mutex_lock(lock);
            while (waiting == 0) {
                pthread_cond_wait(full, lock);
            }
            sum += waiting;
            waiting = 0;
            pthread_cond_signal(empty);
            mutex_unlock(lock);
        }
    }
}
