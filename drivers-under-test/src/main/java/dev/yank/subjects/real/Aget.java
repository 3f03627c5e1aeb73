package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A downloader: two threads add what they fetched to a common sum and to their own; whoever saves the state on a
/// signal reads both without the lock.
///
/// Tasks: 2, one that saves, and main.
@TestSubject(
        name = "aget",
        wrong = Wrong.ASSERTION,
        source = "J. Yu, S. Narayanasamy, C. Pereira, G. Pokam, OOPSLA 2012 (Maple); SCTBench, PPoPP 2014",
        summary = "The saved sum is not the sum of the saved parts.")
final class Aget implements Subject {

    private final Mutex lock = new Mutex();

    @Var
    private int written;

    @Var
    private int writtenByFirst;

    @Var
    private int writtenBySecond;

    @Override
    public void main() {
        concurrently(this::downloadFirst, this::downloadSecond, this::save);
    }

    private void downloadFirst() {
        for (int i = 0; i < 2; i++) {
            mutex_lock(lock);
            writtenByFirst++;
            written++;
            mutex_unlock(lock);
        }
    }

    private void downloadSecond() {
        for (int i = 0; i < 2; i++) {
            mutex_lock(lock);
            writtenBySecond++;
            written++;
            mutex_unlock(lock);
        }
    }

    private void save() {
        BUG_ON(written != writtenByFirst + writtenBySecond);
    }
}
