package dev.yank.subjects.sctbench;

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

/// One place, one producer who waits until it is empty, one consumer who waits until it is full. The consumer
/// signals the condition that it waited for itself.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "sync01",
        wrong = Wrong.DEADLOCK,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "Nobody signals that the place is empty.")
final class Sync01 implements Subject {

    private final Mutex lock = new Mutex();
    private final PthreadCond empty = new PthreadCond();
    private final PthreadCond full = new PthreadCond();

    @Var
    private int items = 1;

    @Override
    public void main() {
        concurrently(this::produce, this::consume);
    }

    private void produce() {
        mutex_lock(lock);
        while (items > 0) {
            pthread_cond_wait(empty, lock);
        }
        items++;
        mutex_unlock(lock);
        pthread_cond_signal(full);
    }

    private void consume() {
        mutex_lock(lock);
        while (items == 0) {
            pthread_cond_wait(full, lock);
        }
        items--;
        mutex_unlock(lock);
        pthread_cond_signal(full);
    }
}
