package dev.yank.subjects.sctbench;

import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// [WrongLock] with fewer others.
///
/// Tasks: one and as many as the size, and main.
@TestSubject(
        name = "wronglock",
        sizes = {3},
        wrong = Wrong.ASSERTION,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "The value changes in the hand of the lock holder.")
final class WrongLockMany extends WrongLock {

    WrongLockMany(int size) {
        super(size);
    }
}
