package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A web server appends to its log buffer: the position is read, the text is copied there, the position is
/// raised, all without a lock.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "apache-25520",
        wrong = Wrong.ASSERTION,
        source = "S. Lu, S. Park, E. Seo, Y. Zhou, ASPLOS 2008",
        summary = "Two requests write to the same place of the log.")
final class ApacheLog implements Subject {

    private final int[] buffer = new int[4];

    @Var
    private int position;

    @Override
    public void main() {
        concurrently(() -> log(1), () -> log(2));
        BUG_ON(position != 4 || buffer[0] != buffer[1] || buffer[2] != buffer[3]);
    }

    private void log(int request) {
        int start = position;
        buffer[start] = request;
        buffer[start + 1] = request;
        position = start + 2;
    }
}
