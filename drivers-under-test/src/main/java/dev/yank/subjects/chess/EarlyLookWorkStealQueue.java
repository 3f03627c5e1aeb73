package dev.yank.subjects.chess;

import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A [WorkQueue] whose owner looks at the head before it lowers the tail, so that a thief can take the last item in
/// between.
///
/// Tasks: two thieves, and main, which owns the queue.
@TestSubject(
        name = "EarlyLookWorkStealQueue",
        wrong = Wrong.ASSERTION,
        source = "M. Musuvathi, S. Qadeer, PLDI 2007 (CHESS); SCTBench, PPoPP 2014",
        summary = "Owner and thief take the same last item.")
final class EarlyLookWorkStealQueue extends WorkQueue {

    EarlyLookWorkStealQueue() {
        super(4, 2);
    }

    @Override
    void pop() {
        int last = tail() - 1;
        boolean isMine = head() <= last;
        setTail(last);
        if (isMine) {
            take(last);
        } else {
            popUnderLock(last);
        }
    }
}
