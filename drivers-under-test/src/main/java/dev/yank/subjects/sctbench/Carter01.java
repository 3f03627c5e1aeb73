package dev.yank.subjects.sctbench;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// Two classes of operations exclude each other: the first of a class takes a common lock, the last gives it
/// back, and both do so under the lock that protects the counts. Who waits for the common lock keeps its holder
/// from giving it back.
///
/// Tasks: 4 and main; two of them do nothing that matters.
@TestSubject(
        name = "carter01",
        wrong = Wrong.DEADLOCK,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "A task waits for a lock with the lock in its hand that the holder needs.")
final class Carter01 implements Subject {

    private final Mutex counts = new Mutex();
    private final Mutex resource = new Mutex();

    @Var
    private int a;

    @Var
    private int b;

    @Override
    public void main() {
        concurrently(this::operationOfA, this::operationOfB, this::idle, this::idle);
    }

    private void operationOfA() {
        mutex_lock(counts);
        if (++a == 1) {
            mutex_lock(resource);
        }
        mutex_unlock(counts);
        mutex_lock(counts);
        if (--a == 0) {
            mutex_unlock(resource);
        }
        mutex_unlock(counts);
    }

    private void operationOfB() {
        mutex_lock(counts);
        if (++b == 1) {
            mutex_lock(resource);
        }
        mutex_unlock(counts);
        mutex_lock(counts);
        if (--b == 0) {
            mutex_unlock(resource);
        }
        mutex_unlock(counts);
    }

    private void idle() {}
}
