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
import java.util.stream.Stream;

/// One task holds the lock of a value and believes that nobody changes it; others change it under another lock.
///
/// Tasks: one and seven, and main.
@TestSubject(
        name = "wronglock",
        wrong = Wrong.ASSERTION,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "The value changes in the hand of the lock holder.")
class WrongLock implements Subject {

    private final int others;
    private final Mutex dataLock = new Mutex();
    private final Mutex thingLock = new Mutex();

    @Var
    private int data;

    WrongLock() {
        this(7);
    }

    WrongLock(int others) {
        this.others = others;
    }

    @Override
    public void main() {
        concurrently(Stream.concat(
                        Stream.of((Runnable) this::underTheLock),
                        Stream.generate(() -> (Runnable) this::underAnother).limit(others))
                .toArray(Runnable[]::new));
    }

    private void underTheLock() {
        mutex_lock(dataLock);
        int before = data;
        data++;
        BUG_ON(data != before + 1);
        mutex_unlock(dataLock);
    }

    private void underAnother() {
        mutex_lock(thingLock);
        data++;
        mutex_unlock(thingLock);
    }
}
