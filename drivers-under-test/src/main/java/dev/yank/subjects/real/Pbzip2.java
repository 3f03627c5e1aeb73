package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.posix.Pthread.pthread_create;
import static dev.yank.harness.kernel.posix.Pthread.pthread_join;
import static dev.yank.harness.kernel.posix.PthreadCond.pthread_cond_broadcast;
import static dev.yank.harness.kernel.posix.PthreadCond.pthread_cond_signal;
import static dev.yank.harness.kernel.posix.PthreadCond.pthread_cond_wait;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.kernel.posix.Pthread;
import dev.yank.harness.kernel.posix.PthreadCond;

/// A parallel compressor: main waits for the producer and frees the queue with its lock while consumers still use
/// them.
///
/// Tasks: a producer, two consumers, and main.
@TestSubject(
        name = "pbzip2",
        wrong = Wrong.MEMORY,
        source = "J. Yu, S. Narayanasamy, C. Pereira, G. Pokam, OOPSLA 2012 (Maple); SCTBench, PPoPP 2014",
        summary = "Main frees the queue without waiting for the consumers.")
final class Pbzip2 implements Subject {

    private static final int BLOCKS = 2;

    /// `struct queue`.
    private static final class Fifo {
        final Mutex lock = new Mutex();
        final PthreadCond notEmpty = new PthreadCond();

        @Var
        int blocks;

        @Var
        boolean isClosed;
    }

    @Override
    public void main() {
        Fifo fifo = kzalloc(new Fifo());
        if (fifo == null) {
            return;
        }
        Pthread producer = pthread_create("producer", () -> produce(fifo));
        Pthread first = pthread_create("consumer 1", () -> consume(fifo));
        Pthread second = pthread_create("consumer 2", () -> consume(fifo));
        pthread_join(producer);
        kfree(fifo);
        pthread_join(first);
        pthread_join(second);
    }

    private static void produce(Fifo fifo) {
        for (int i = 0; i < BLOCKS; i++) {
            mutex_lock(fifo.lock);
            fifo.blocks++;
            pthread_cond_signal(fifo.notEmpty);
            mutex_unlock(fifo.lock);
        }
        mutex_lock(fifo.lock);
        fifo.isClosed = true;
        pthread_cond_broadcast(fifo.notEmpty);
        mutex_unlock(fifo.lock);
    }

    private static void consume(Fifo fifo) {
        @Var boolean isOver = false;
        while (!isOver) {
            mutex_lock(fifo.lock);
            while (fifo.blocks == 0 && !fifo.isClosed) {
                pthread_cond_wait(fifo.notEmpty, fifo.lock);
            }
            isOver = fifo.blocks == 0;
            if (!isOver) {
                fifo.blocks--;
            }
            mutex_unlock(fifo.lock);
        }
    }
}
