package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import org.jspecify.annotations.Nullable;

/// A script engine empties the result of one script while another task is between testing and using it.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "mozilla-script",
        wrong = Wrong.ASSERTION,
        source = "S. Lu, S. Park, E. Seo, Y. Zhou, ASPLOS 2008",
        summary = "The result is emptied between test and use.")
final class MozillaScript implements Subject {

    @Var
    private @Nullable String result = "7";

    @Override
    public void main() {
        concurrently(this::use, () -> result = null);
    }

    private void use() {
        if (result != null) {
            String mine = result;
            BUG_ON(mine == null);
        }
    }
}
