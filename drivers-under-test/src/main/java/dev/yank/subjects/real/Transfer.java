package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// Money goes from one account to another under the locks of both, the payer's first. Two transfers in opposite
/// directions wait for each other.
///
/// Tasks: 3 and main.
@TestSubject(
        name = "transfer",
        wrong = Wrong.DEADLOCK,
        source = "E. Farchi, Y. Nir, S. Ur, IPDPS 2003",
        summary = "Three transfers go round in a circle.")
final class Transfer implements Subject {

    private static final class Purse {
        final Mutex lock = new Mutex();

        @Var
        int money = 10;
    }

    private final Purse a = new Purse();
    private final Purse b = new Purse();
    private final Purse c = new Purse();

    @Override
    public void main() {
        concurrently(() -> pay(a, b), () -> pay(b, c), () -> pay(c, a));
    }

    private static void pay(Purse from, Purse to) {
        mutex_lock(from.lock);
        mutex_lock(to.lock);
        if (from.money > 0) {
            from.money--;
            to.money++;
        }
        mutex_unlock(to.lock);
        mutex_unlock(from.lock);
    }
}
