package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// Everybody draws a number one higher than all others and waits for those with lower ones.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "bakery",
        wrong = Wrong.NOTHING,
        source = "L. Lamport, Communications of the ACM, 1974",
        summary = "Who is choosing is waited for.")
final class Bakery implements Subject {

    private final boolean[] isChoosing = new boolean[2];
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
        isChoosing[self] = true;
        numbers[self] = numbers[other] + 1;
        isChoosing[self] = false;
        while (isChoosing[other]) {
            cpu_relax();
        }
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
