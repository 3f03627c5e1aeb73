package dev.yank.subjects.sctbench;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// Three tasks pass a value on, each from its left neighbour; the fourth believes that it has gone round.
///
/// Tasks: 4 and main.
@TestSubject(
        name = "token_ring",
        wrong = Wrong.ASSERTION,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "The value has not gone round yet.")
final class TokenRing implements Subject {

    private final Mutex lock = new Mutex();

    @Var
    private int x1 = 1;

    @Var
    private int x2 = 2;

    @Var
    private int x3 = 1;

    @Override
    public void main() {
        concurrently(this::first, this::second, this::third, this::check);
    }

    private void first() {
        mutex_lock(lock);
        x1 = (x3 + 1) % 4;
        mutex_unlock(lock);
    }

    private void second() {
        mutex_lock(lock);
        x2 = x1;
        mutex_unlock(lock);
    }

    private void third() {
        mutex_lock(lock);
        x3 = x2;
        mutex_unlock(lock);
    }

    private void check() {
        mutex_lock(lock);
        BUG_ON(x1 != x2 || x2 != x3);
        mutex_unlock(lock);
    }
}
