package dev.yank.subjects.sctbench;

import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// [Deadlock01] with one order for all.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "deadlock01_ok",
        wrong = Wrong.NOTHING,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "Two locks are taken in one order.")
final class Deadlock01Ok extends Deadlock01 {

    @Override
    Mutex second() {
        return a();
    }

    @Override
    Mutex first() {
        return b();
    }
}
