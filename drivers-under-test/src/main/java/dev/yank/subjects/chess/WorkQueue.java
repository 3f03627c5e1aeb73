package dev.yank.subjects.chess;

import static dev.yank.harness.kernel.Atomic.atomic_inc_return;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.pthread_create;
import static dev.yank.harness.kernel.posix.Pthread.pthread_join;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.posix.Pthread;
import java.util.List;
import java.util.stream.Stream;

/// A work-stealing queue and its use, as it should be. Items lie between `head` and `tail`: the owner pushes and
/// pops at the tail, without the lock as long as there is more than one; thieves steal at the head under the lock.
/// Whoever takes an item first announces it, by moving its end, and then looks at the other end. Each item must be
/// taken
/// once.
///
/// Source of the protocol: M. Frigo, C. Leiserson, K. Randall, "The Implementation of the Cilk-5 Multithreaded
/// Language", PLDI 1998. Tasks: two thieves, and main, which owns the queue.
abstract class WorkQueue implements Subject {

    private final int attempts;

    final Mutex lock = new Mutex();

    /// What can be taken; each counts how often it was.
    private final List<Atomic> items;

    private final int[] places;

    @Var
    private int head;

    @Var
    private int tail;

    /// @param items how many are pushed
    /// @param attempts how often each thief tries to steal
    WorkQueue(int items, int attempts) {
        this.attempts = attempts;
        this.items = Stream.generate(Atomic::new).limit(items).toList();
        this.places = new int[items];
    }

    @Override
    public final void main() {
        Pthread first = pthread_create("thief 1", this::stealAll);
        Pthread second = pthread_create("thief 2", this::stealAll);
        for (int i = 0; i < items.size(); i++) {
            push(i);
            pop();
        }
        pthread_join(first);
        pthread_join(second);
        items.forEach(item -> BUG_ON(atomic_read(item) != 1));
    }

    private void stealAll() {
        for (int i = 0; i < attempts; i++) {
            steal();
        }
    }

    private void push(int item) {
        places[tail] = item;
        tail = tail + 1;
    }

    /// The owner takes an item at the tail, if there is one.
    void pop() {
        int last = tail() - 1;
        setTail(last);
        if (head() <= last) {
            take(last);
        } else {
            popUnderLock(last);
        }
    }

    /// There was one item or none: a thief may be about to take it, or to find that it cannot.
    final void popUnderLock(int last) {
        setTail(last + 1);
        mutex_lock(lock);
        setTail(last);
        if (head() <= last) {
            take(last);
        } else {
            setTail(last + 1);
        }
        mutex_unlock(lock);
    }

    /// A thief takes an item at the head, if there is one.
    void steal() {
        mutex_lock(lock);
        stealUnderLock();
        mutex_unlock(lock);
    }

    final void stealUnderLock() {
        int first = head();
        setHead(first + 1);
        if (first < tail()) {
            take(first);
        } else {
            setHead(first);
        }
    }

    final void take(int place) {
        BUG_ON(atomic_inc_return(items.get(places[place])) != 1);
    }

    final int head() {
        return head;
    }

    final void setHead(int value) {
        head = value;
    }

    final int tail() {
        return tail;
    }

    final void setTail(int value) {
        tail = value;
    }
}
