package dev.yank.subjects.sctbench;

import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// [TwoStage] with many writers.
///
/// Tasks: as many as the size, one of which reads, and main.
@TestSubject(
        name = "twostage",
        sizes = {20, 50, 100},
        wrong = Wrong.ASSERTION,
        source = "P. Thomson, A. Donaldson, A. Betts, SCTBench, PPoPP 2014",
        summary = "The reader comes between the stages of the first of many writers.")
final class TwoStageMany extends TwoStage {

    TwoStageMany(int size) {
        super(size - 1);
    }
}
