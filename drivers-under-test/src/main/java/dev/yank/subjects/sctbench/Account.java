package dev.yank.subjects.sctbench;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// An account, one deposit, one withdrawal, and an auditor who expects the wrong sum once both are done.
///
/// Tasks: 3 and main.
@TestSubject(
        name = "account",
        wrong = Wrong.ASSERTION,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "The auditor expects what a withdrawal of both sums would leave.")
class Account implements Subject {

    private static final int OPENING = 10;
    private static final int DEPOSIT = 5;
    private static final int WITHDRAWAL = 3;

    private final Mutex lock = new Mutex();

    @Var
    private int balance = OPENING;

    @Var
    private boolean deposited;

    @Var
    private boolean withdrawn;

    @Override
    public void main() {
        concurrently(this::deposit, this::withdraw, this::audit);
    }

    private void deposit() {
        mutex_lock(lock);
        balance += DEPOSIT;
        deposited = true;
        mutex_unlock(lock);
    }

    private void withdraw() {
        mutex_lock(lock);
        balance -= WITHDRAWAL;
        withdrawn = true;
        mutex_unlock(lock);
    }

    private void audit() {
        mutex_lock(lock);
        if (deposited && withdrawn) {
            BUG_ON(balance != expected(OPENING, DEPOSIT, WITHDRAWAL));
        }
        mutex_unlock(lock);
    }

    int expected(int opening, int deposit, int withdrawal) {
        return opening - deposit - withdrawal;
    }
}
