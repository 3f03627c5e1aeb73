package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.pthread_create;
import static dev.yank.harness.kernel.posix.Pthread.pthread_join;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.kernel.posix.Pthread;
import org.jspecify.annotations.Nullable;

/// A browser starts a thread whose first step uses what its creator stores only after it was started.
///
/// Tasks: the new thread, and main.
@TestSubject(
        name = "mozilla-init",
        wrong = Wrong.ASSERTION,
        source = "S. Lu, S. Park, E. Seo, Y. Zhou, ASPLOS 2008",
        summary = "The thread runs before its creator has stored it.")
final class MozillaInit implements Subject {

    /// `nsThread`.
    private static final class BrowserThread {
        @Var
        int steps;
    }

    @Var
    private @Nullable BrowserThread thread;

    @Override
    public void main() {
        Pthread started = pthread_create("browser thread", this::run);
        thread = new BrowserThread();
        pthread_join(started);
    }

    private void run() {
        BrowserThread self = thread;
        BUG_ON(self == null);
        if (self != null) {
            self.steps++;
            BUG_ON(self.steps != 1);
        }
    }
}
