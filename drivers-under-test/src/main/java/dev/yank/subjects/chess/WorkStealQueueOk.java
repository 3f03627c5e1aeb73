package dev.yank.subjects.chess;

import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A [WorkQueue] as it should be.
///
/// Tasks: two thieves, and main, which owns the queue.
@TestSubject(
        name = "WorkStealQueue_ok",
        wrong = Wrong.NOTHING,
        source = "M. Musuvathi, S. Qadeer, PLDI 2007 (CHESS); SCTBench, PPoPP 2014",
        summary = "Whoever comes second sees what the first did.")
final class WorkStealQueueOk extends WorkQueue {

    WorkStealQueueOk() {
        super(12, 6);
    }
}
