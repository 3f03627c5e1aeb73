package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A reader of two values that belong together reads the writer's sequence number before and after, and again
/// where it was odd or has changed. The writer raises it before and after.
///
/// Tasks: a writer, a reader, and main.
@TestSubject(
        name = "seqlock_ok",
        wrong = Wrong.NOTHING,
        source = "J. Corbet, The seqlock, LWN, 2003",
        summary = "A writer at work makes the number odd.")
final class SeqlockOk implements Subject {

    @Var
    private int sequence;

    @Var
    private int left;

    @Var
    private int right;

    @Override
    public void main() {
        concurrently(this::write, this::read);
    }

    private void write() {
        sequence++;
        left = 1;
        right = 1;
        sequence++;
    }

    private void read() {
        while (true) {
            int before = sequence;
            int first = left;
            int second = right;
            if (before % 2 == 0 && sequence == before) {
                BUG_ON(first != second);
                return;
            }
            cpu_relax();
        }
    }
}
