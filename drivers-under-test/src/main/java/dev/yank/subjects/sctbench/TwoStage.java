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

/// A value is written in two stages, each under a lock of its own, as if that made one step of both. A reader
/// who passes both locks between the first writer's stages sees half of it.
///
/// Tasks: one writer, one reader, and main.
@TestSubject(
        name = "twostage",
        wrong = Wrong.ASSERTION,
        source = "Farchi, Nir, Ur, IPDPS 2003; SCTBench, PPoPP 2014",
        summary = "The reader sees the first stage without the second.")
class TwoStage implements Subject {

    private final int writers;
    private final Mutex lock1 = new Mutex();
    private final Mutex lock2 = new Mutex();

    @Var
    private int data1;

    @Var
    private int data2;

    TwoStage() {
        this(1);
    }

    TwoStage(int writers) {
        this.writers = writers;
    }

    @Override
    public void main() {
        concurrently(Stream.concat(
                        Stream.generate(() -> (Runnable) this::write).limit(writers), Stream.of((Runnable) this::read))
                .toArray(Runnable[]::new));
    }

    private void write() {
        mutex_lock(lock1);
        data1 = 1;
        mutex_unlock(lock1);
        mutex_lock(lock2);
        data2 = data1 + 1;
        mutex_unlock(lock2);
    }

    private void read() {
        mutex_lock(lock1);
        int first = data1;
        mutex_unlock(lock1);
        if (first == 0) {
            return;
        }
        mutex_lock(lock2);
        int second = data2;
        mutex_unlock(lock2);
        BUG_ON(second != first + 1);
    }
}
