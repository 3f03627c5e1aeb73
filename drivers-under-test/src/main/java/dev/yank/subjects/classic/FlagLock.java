package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A lock that is looked at and then taken.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "flag-lock",
        wrong = Wrong.ASSERTION,
        source = "E. Farchi, Y. Nir, S. Ur, IPDPS 2003",
        summary = "Two see the lock free.")
final class FlagLock implements Subject {

    @Var
    private boolean isTaken;

    @Var
    private boolean isInside;

    @Override
    public void main() {
        concurrently(2, this::task);
    }

    private void enter() {
        BUG_ON(isInside);
        isInside = true;
        isInside = false;
    }

    private void task() {
        while (isTaken) {
            cpu_relax();
        }
        isTaken = true;
        enter();
        isTaken = false;
    }
}
