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

/// A ring of four places between a sender and a receiver. The sender does not look whether there is room, so
/// that it overwrites what was not received yet.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "circular_buffer",
        wrong = Wrong.ASSERTION,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "The sender laps the receiver.")
final class CircularBuffer implements Subject {

    private static final int PLACES = 4;
    private static final int MESSAGES = 6;

    private final Mutex lock = new Mutex();
    private final int[] ring = new int[PLACES];

    @Var
    private int first;

    @Var
    private int next;

    @Override
    public void main() {
        concurrently(this::send, this::receive);
    }

    private void send() {
        for (int i = 1; i <= MESSAGES; i++) {
            mutex_lock(lock);
            ring[next % PLACES] = i;
            next++;
            mutex_unlock(lock);
        }
    }

    private void receive() {
        for (int i = 1; i <= MESSAGES; i++) {
            mutex_lock(lock);
            boolean isThere = first < next;
            if (isThere) {
                BUG_ON(ring[first % PLACES] != first + 1);
                first++;
            }
            mutex_unlock(lock);
        }
    }
}
