package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Atomic.atomic_cmpxchg;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import java.util.stream.Stream;

/// A lock-free stack whose cells are used again at once. The head carries a tag that every change raises.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "treiber-stack-tagged",
        wrong = Wrong.NOTHING,
        source = "R. K. Treiber, IBM RJ 5118, 1986",
        summary = "A tag says that the head is not the one that was read.")
final class TreiberStackTagged implements Subject {

    private static final int NONE = 15;
    private static final int TAG = 16;

    private final Atomic head = new Atomic();
    private final Atomic[] next = Stream.generate(Atomic::new).limit(3).toArray(Atomic[]::new);
    private final int[] holder = new int[3];

    @Override
    public void main() {
        atomic_set(next[0], 1);
        atomic_set(next[1], 2);
        atomic_set(next[2], NONE);
        concurrently(this::popTwice, this::popTwoAndPushOne);
    }

    private void popTwice() {
        hold(pop(), 1);
        hold(pop(), 1);
    }

    private void popTwoAndPushOne() {
        int first = pop();
        int second = pop();
        hold(second, 2);
        if (first != NONE) {
            push(first);
        }
    }

    private void hold(int cell, int task) {
        if (cell != NONE) {
            BUG_ON(holder[cell] != 0);
            holder[cell] = task;
        }
    }

    private int pop() {
        while (true) {
            int top = atomic_read(head);
            int cell = top % TAG;
            if (cell == NONE) {
                return NONE;
            }
            int rest = atomic_read(next[cell]);
            if (atomic_cmpxchg(head, top, rest + (top / TAG + 1) * TAG) == top) {
                return cell;
            }
        }
    }

    private void push(int cell) {
        @Var int top = atomic_read(head);
        atomic_set(next[cell], top % TAG);
        while (atomic_cmpxchg(head, top, cell + (top / TAG + 1) * TAG) != top) {
            top = atomic_read(head);
            atomic_set(next[cell], top % TAG);
        }
    }
}
