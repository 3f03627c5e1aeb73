package dev.yank.subjects.chess;

import static dev.yank.harness.kernel.Atomic.atomic_inc_return;
import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.pthread_create;
import static dev.yank.harness.kernel.posix.Pthread.pthread_join;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.kernel.posix.Pthread;
import java.util.stream.Stream;

/// A work-stealing queue whose owner looks at the head before it lowers the tail, so that a thief can take the
/// last item in between.
///
/// Between `head` and `tail` lie the items. The owner pushes and pops at the tail without a lock as long as there
/// is more than one; thieves steal at the head under the lock. Each item must be taken once.
///
/// Source of the protocol: M. Frigo, C. Leiserson, K. Randall, "The Implementation of the Cilk-5 Multithreaded
/// Language", PLDI 1998. Tasks: two thieves, and main, which owns the queue.
@TestSubject(
        name = "WorkStealQueue",
        wrong = Wrong.ASSERTION,
        source = "M. Musuvathi, S. Qadeer, PLDI 2007 (CHESS); SCTBench, PPoPP 2014",
        summary = "Owner and thief take the same last item.")
final class WorkStealQueue implements Subject {

    private static final int ITEMS = 4;

    private final Mutex lock = new Mutex();
    private final int[] items = new int[ITEMS];
    private final Atomic[] taken = Stream.generate(Atomic::new).limit(ITEMS + 1).toArray(Atomic[]::new);

    @Var
    private int head;

    @Var
    private int tail;

    @Override
    public void main() {
        Pthread first = pthread_create("thief 1", this::steal);
        Pthread second = pthread_create("thief 2", this::steal);
        for (int i = 1; i <= ITEMS; i += 2) {
            push(i);
            push(i + 1);
            pop();
        }
        pop();
        pthread_join(first);
        pthread_join(second);
    }

    private void take(int item) {
        BUG_ON(atomic_inc_return(taken[item]) != 1);
    }

    private void push(int item) {
        items[tail] = item;
        tail = tail + 1;
    }

    private void pop() {
        int last = tail - 1;
        boolean isMine = head <= last;
        tail = last;
        if (isMine) {
            take(items[last]);
            return;
        }
        tail = last + 1;
        mutex_lock(lock);
        tail = last;
        if (head <= last) {
            take(items[last]);
        } else {
            tail = last + 1;
        }
        mutex_unlock(lock);
    }

    private void steal() {
        mutex_lock(lock);
        int mine = head;
        head = mine + 1;
        if (mine < tail) {
            take(items[mine]);
        } else {
            head = mine;
        }
        mutex_unlock(lock);
    }
}
