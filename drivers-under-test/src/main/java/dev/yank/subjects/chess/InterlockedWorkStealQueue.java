package dev.yank.subjects.chess;

import static dev.yank.harness.kernel.Atomic.atomic_cmpxchg;
import static dev.yank.harness.kernel.Atomic.atomic_dec_return;
import static dev.yank.harness.kernel.Atomic.atomic_inc_return;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.pthread_create;
import static dev.yank.harness.kernel.posix.Pthread.pthread_join;

import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.kernel.posix.Pthread;
import java.util.stream.Stream;

/// A work-stealing queue whose two ends are changed by atomic operations, head with compare-and-exchange. The
/// owner takes the last item without one.
///
/// Tasks: two thieves, and main, which owns the queue.
@TestSubject(
        name = "InterlockedWorkStealQueue",
        wrong = Wrong.ASSERTION,
        source = "M. Musuvathi, S. Qadeer, PLDI 2007 (CHESS); SCTBench, PPoPP 2014",
        summary = "The owner does not compete for the last item.")
final class InterlockedWorkStealQueue implements Subject {

    private static final int ITEMS = 3;

    private final Atomic head = new Atomic();
    private final Atomic tail = new Atomic();
    private final Atomic[] taken = Stream.generate(Atomic::new).limit(ITEMS).toArray(Atomic[]::new);

    @Override
    public void main() {
        Pthread first = pthread_create("thief 1", this::steal);
        Pthread second = pthread_create("thief 2", this::steal);
        atomic_set(tail, ITEMS);
        pop();
        pop();
        pthread_join(first);
        pthread_join(second);
    }

    private void take(int item) {
        BUG_ON(atomic_inc_return(taken[item]) != 1);
    }

    private void pop() {
        int last = atomic_dec_return(tail);
        int first = atomic_read(head);
        if (first > last) {
            atomic_set(tail, first);
        } else {
            take(last);
        }
    }

    private void steal() {
        int first = atomic_read(head);
        if (first < atomic_read(tail) && atomic_cmpxchg(head, first, first + 1) == first) {
            take(first);
        }
    }
}
