package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// The first solution of mutual exclusion for two: who wants to and finds that the other does steps back unless it
/// is its turn.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "dekker",
        wrong = Wrong.NOTHING,
        source = "E. W. Dijkstra, EWD 123, 1965",
        summary = "Correct where memory is sequentially consistent, as here.")
final class Dekker implements Subject {

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
        while (wants[other]) {
            if (turn != self) {
                wants[self] = false;
                while (turn != self) {
                    cpu_relax();
                }
                wants[self] = true;
            }
            cpu_relax();
        }
        enter();
        turn = other;
        wants[self] = false;
    }
}
