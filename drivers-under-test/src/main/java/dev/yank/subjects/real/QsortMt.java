package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.pthread_create;
import static dev.yank.harness.kernel.posix.Pthread.pthread_join;
import static dev.yank.harness.kernel.posix.PthreadCond.pthread_cond_signal;
import static dev.yank.harness.kernel.posix.PthreadCond.pthread_cond_wait;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.kernel.posix.Pthread;
import dev.yank.harness.kernel.posix.PthreadCond;

/// A parallel quicksort: the sorter finds an idle helper and tells it to work before it has said on what.
///
/// Tasks: one helper, and main, which sorts.
@TestSubject(
        name = "qsort_mt",
        wrong = Wrong.ASSERTION,
        source = "Y. Yang, X. Chen, G. Gopalakrishnan, UUCS-08-004, 2008 (Inspect)",
        summary = "The helper sorts nothing, because it was not told what yet.")
final class QsortMt implements Subject {

    private final Mutex lock = new Mutex();
    private final PthreadCond toDo = new PthreadCond();
    private final int[] numbers = {2, 1, 4, 3};

    @Var
    private boolean isToWork;

    @Var
    private int from;

    @Var
    private int to;

    @Override
    public void main() {
        Pthread helper = pthread_create("helper", this::help);
        mutex_lock(lock);
        isToWork = true;
        pthread_cond_signal(toDo);
        mutex_unlock(lock);
        from = 2;
        to = 4;
        sort(0, 2);
        pthread_join(helper);
        BUG_ON(numbers[0] > numbers[1] || numbers[2] > numbers[3]);
    }

    private void help() {
        mutex_lock(lock);
        while (!isToWork) {
            pthread_cond_wait(toDo, lock);
        }
        mutex_unlock(lock);
        sort(from, to);
    }

    private void sort(int start, int end) {
        for (int i = start; i + 1 < end; i += 2) {
            if (numbers[i] > numbers[i + 1]) {
                int larger = numbers[i];
                numbers[i] = numbers[i + 1];
                numbers[i + 1] = larger;
            }
        }
    }
}
