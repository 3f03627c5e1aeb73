package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A reader of two values that belong together reads the writer's sequence number before and after, and again
/// where it was odd or has changed. Here the writer raises it only once, when it is done.
///
/// Tasks: a writer, a reader, and main.
@TestSubject(
        name = "seqlock",
        wrong = Wrong.ASSERTION,
        source = "J. Corbet, The seqlock, LWN, 2003",
        summary = "A writer at work cannot be told from none.")
final class Seqlock implements Subject {

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
        left = 1;
        right = 1;
        sequence += 2;
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
