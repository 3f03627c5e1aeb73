package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// [Peterson] with its first two steps swapped.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "peterson-swapped",
        wrong = Wrong.ASSERTION,
        source = "G. Peterson, Information Processing Letters, 1981",
        summary = "The turn is given away before the wish is announced.")
final class PetersonSwapped implements Subject {

    private final boolean[] wants = new boolean[2];

    @Var
    private int turn;

    @Var
    private boolean isInside;

    @Override
    public void main() {
        concurrently(() -> task(0), () -> task(1));
    }

    private void enter() {
        BUG_ON(isInside);
        isInside = true;
        isInside = false;
    }

    private void task(int self) {
        int other = 1 - self;
        turn = other;
        wants[self] = true;
        while (wants[other] && turn == other) {
            cpu_relax();
        }
        enter();
        wants[self] = false;
    }
}
