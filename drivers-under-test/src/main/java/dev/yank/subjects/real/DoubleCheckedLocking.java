package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import org.jspecify.annotations.Nullable;

/// An object is made on first use; whoever finds the pointer set does without the lock, but the pointer is set
/// before the object is filled in.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "double-checked-locking",
        wrong = Wrong.ASSERTION,
        source = "E. Farchi, Y. Nir, S. Ur, IPDPS 2003",
        summary = "The object is seen before it is filled in.")
final class DoubleCheckedLocking implements Subject {

    private static final class Settings {
        @Var
        int size;
    }

    private final Mutex lock = new Mutex();

    @Var
    private @Nullable Settings settings;

    @Override
    public void main() {
        concurrently(this::use, this::use);
    }

    private void use() {
        @Var Settings mine = settings;
        if (mine == null) {
            mine = create();
        }
        BUG_ON(mine.size == 0);
    }

    private Settings create() {
        mutex_lock(lock);
        @Var Settings made = settings;
        if (made == null) {
            made = new Settings();
            settings = made;
            made.size = 1;
        }
        mutex_unlock(lock);
        return made;
    }
}
