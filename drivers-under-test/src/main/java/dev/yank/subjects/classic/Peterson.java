package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// Mutual exclusion for two: announce yourself, let the other go first, wait while it wants to and is first.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "peterson",
        wrong = Wrong.NOTHING,
        source = "G. Peterson, Information Processing Letters, 1981",
        summary = "Correct where memory is sequentially consistent, as here.")
final class Peterson implements Subject {

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
        wants[self] = true;
        turn = other;
        while (wants[other] && turn == other) {
            cpu_relax();
        }
        enter();
        wants[self] = false;
    }
}
