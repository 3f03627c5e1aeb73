package dev.yank.subjects.chess;

import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A [WorkQueue] whose thieves do without the lock.
///
/// Tasks: two thieves, and main, which owns the queue.
@TestSubject(
        name = "UnlockedWorkStealQueue",
        wrong = Wrong.ASSERTION,
        source = "M. Musuvathi, S. Qadeer, PLDI 2007 (CHESS); SCTBench, PPoPP 2014",
        summary = "Two thieves take the same item.")
final class UnlockedWorkStealQueue extends WorkQueue {

    UnlockedWorkStealQueue() {
        super(4, 2);
    }

    @Override
    void steal() {
        stealUnderLock();
    }
}
