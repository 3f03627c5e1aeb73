package dev.yank.subjects.chess;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;

import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A [WorkQueue] whose thieves raise the head only after they have looked at the tail, so that the owner can pop the
/// same item in between.
///
/// The papers do not say what is wrong with theirs. This bug ranks the published strategies as theirs does, and
/// the size is such that an execution has about as many scheduling points as the study gives, 161. Tasks: two
/// thieves, and main, which owns the queue.
@TestSubject(
        name = "WorkStealQueue",
        wrong = Wrong.ASSERTION,
        source = "M. Musuvathi, S. Qadeer, PLDI 2007 (CHESS); SCTBench, PPoPP 2014",
        summary = "The thief announces itself too late.")
final class WorkStealQueue extends WorkQueue {

    WorkStealQueue() {
        super(12, 6);
    }

    @Override
    void steal() {
        mutex_lock(lock);
        int first = head();
        if (first < tail()) {
            setHead(first + 1);
            take(first);
        }
        mutex_unlock(lock);
    }
}
