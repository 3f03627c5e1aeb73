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

/// Two tasks take two locks, each in its own order.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "deadlock01",
        wrong = Wrong.DEADLOCK,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "Two locks are taken in both orders.")
class Deadlock01 implements Subject {

    private final Mutex a = new Mutex();
    private final Mutex b = new Mutex();

    @Var
    private int counter;

    @Override
    public void main() {
        concurrently(() -> count(a, b), () -> count(second(), first()));
        BUG_ON(counter != 2);
    }

    private void count(Mutex outer, Mutex inner) {
        mutex_lock(outer);
        mutex_lock(inner);
        counter++;
        mutex_unlock(inner);
        mutex_unlock(outer);
    }

    Mutex second() {
        return b;
    }

    Mutex first() {
        return a;
    }

    final Mutex a() {
        return a;
    }

    final Mutex b() {
        return b;
    }
}
