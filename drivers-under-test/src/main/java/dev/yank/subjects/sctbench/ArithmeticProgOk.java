package dev.yank.subjects.sctbench;

import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// [ArithmeticProg] with the right claim.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "arithmetic_prog_ok",
        wrong = Wrong.NOTHING,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "Main claims that the numbers sum up to 6.")
final class ArithmeticProgOk extends ArithmeticProg {

    @Override
    boolean isWrong(int total) {
        return total != 6;
    }
}
