package dev.yank.testdriver;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// As many tasks as the size raise a number in two steps, and main expects that none was lost.
@TestSubject(
        name = "test-halves",
        sizes = {2, 3},
        wrong = Wrong.ASSERTION,
        source = "nobody",
        summary = "Two tasks raise the number once.")
final class Halves implements Subject {

    private final int tasks;

    @Var
    private int number;

    Halves(int tasks) {
        this.tasks = tasks;
    }

    @Override
    public void main() {
        concurrently(tasks, () -> number++);
        BUG_ON(number != tasks);
    }
}
