package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Atomic.atomic_add;
import static dev.yank.harness.kernel.Atomic.atomic_cmpxchg;
import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Atomic.atomic_xchg;
import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import java.util.stream.Stream;

/// A lock-free stack of three cells, as an array of links. Its head can be popped, pushed and popped again while
/// another task is about to exchange it, and the count hides that.
///
/// Its bug needs more switches than that of any other subject here, and the study's tools did not find it. Tasks:
/// 3 and main.
@TestSubject(
        name = "safestack",
        wrong = Wrong.ASSERTION,
        source = "D. Vyukov, 2010; SCTBench, PPoPP 2014",
        summary = "Two tasks pop the same cell.")
final class SafeStack implements Subject {

    private static final int CELLS = 3;
    private static final int NONE = -1;

    private final Atomic head = new Atomic();
    private final Atomic count = new Atomic();
    private final Atomic[] next = Stream.generate(Atomic::new).limit(CELLS).toArray(Atomic[]::new);
    private final int[] owner = new int[CELLS];

    @Override
    public void main() {
        for (int i = 0; i < CELLS; i++) {
            atomic_set(next[i], i + 1 < CELLS ? i + 1 : NONE);
        }
        atomic_set(count, CELLS);
        concurrently(() -> use(1), () -> use(2), () -> use(3));
    }

    private void use(int task) {
        for (int round = 0; round < 2; round++) {
            int cell = pop();
            if (cell != NONE) {
                owner[cell] = task;
                BUG_ON(owner[cell] != task);
                push(cell);
            }
        }
    }

    private int pop() {
        while (atomic_read(count) > 1) {
            int first = atomic_read(head);
            int second = atomic_xchg(next[first], NONE);
            if (second != NONE) {
                if (atomic_cmpxchg(head, first, second) == first) {
                    atomic_add(-1, count);
                    return first;
                }
                atomic_xchg(next[first], second);
            }
        }
        return NONE;
    }

    private void push(int cell) {
        @Var int first = atomic_read(head);
        atomic_set(next[cell], first);
        while (atomic_cmpxchg(head, first, cell) != first) {
            first = atomic_read(head);
            atomic_set(next[cell], first);
        }
        atomic_inc(count);
    }
}
