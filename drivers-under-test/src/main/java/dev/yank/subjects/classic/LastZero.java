package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// One task looks for the last zero of an array while each of the others writes one more than its left neighbour
/// holds.
///
/// Tasks: 4 and main.
@TestSubject(
        name = "last-zero_ok",
        wrong = Wrong.NOTHING,
        source = "P. Abdulla, S. Aronis, B. Jonsson, K. Sagonas, POPL 2014",
        summary = "There is always a zero in front.")
final class LastZero implements Subject {

    private final int[] array = new int[4];

    @Override
    public void main() {
        concurrently(this::look, () -> raise(1), () -> raise(2), () -> raise(3));
    }

    private void look() {
        @Var int i = array.length - 1;
        while (array[i] != 0) {
            i--;
        }
        BUG_ON(i < 0);
    }

    private void raise(int i) {
        array[i] = array[i - 1] + 1;
    }
}
