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

/// A tracing library: each thread enters itself in the table of traced threads, and the number of entries is read
/// and raised without a lock.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "ctrace-test",
        wrong = Wrong.ASSERTION,
        source = "Y. Yang, X. Chen, G. Gopalakrishnan, UUCS-08-004, 2008 (Inspect)",
        summary = "Two threads enter themselves in the same place.")
final class CtraceTest implements Subject {

    private final Mutex lock = new Mutex();
    private final int[] traced = new int[2];

    @Var
    private int entries;

    @Var
    private int lines;

    @Override
    public void main() {
        concurrently(() -> work(1), () -> work(2));
        BUG_ON(entries != 2 || lines != 4);
    }

    private void work(int thread) {
        addToTable(thread);
        trace();
        trace();
    }

    private void addToTable(int thread) {
        int place = entries;
        traced[place] = thread;
        entries = place + 1;
    }

    private void trace() {
        mutex_lock(lock);
        lines++;
        mutex_unlock(lock);
    }
}
