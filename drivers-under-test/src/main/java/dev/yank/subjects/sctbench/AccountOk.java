package dev.yank.subjects.sctbench;

import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// [Account] with an auditor who can add.
///
/// Tasks: 3 and main.
@TestSubject(
        name = "account_ok",
        wrong = Wrong.NOTHING,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "The auditor expects what a deposit and a withdrawal leave.")
final class AccountOk extends Account {

    @Override
    int expected(int opening, int deposit, int withdrawal) {
        return opening + deposit - withdrawal;
    }
}
