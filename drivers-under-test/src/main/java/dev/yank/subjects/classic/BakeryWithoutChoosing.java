package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// [Bakery] that does not wait for who is choosing a number.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "bakery-without-choosing",
        wrong = Wrong.ASSERTION,
        source = "L. Lamport, Communications of the ACM, 1974",
        summary = "Two draw the same number, and one is seen without.")
final class BakeryWithoutChoosing implements Subject {

    private final int[] numbers = new int[2];

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
        numbers[self] = numbers[other] + 1;
        while (isBefore(other, self)) {
            cpu_relax();
        }
        enter();
        numbers[self] = 0;
    }

    private boolean isBefore(int one, int another) {
        int number = numbers[one];
        return number != 0 && (number < numbers[another] || (number == numbers[another] && one < another));
    }
}
