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

/// A script engine is shut down by whoever destroys the last context; a context that is being created counts
/// itself only after it has seen the engine up.
///
/// Tasks: one that creates, one that destroys, and main.
@TestSubject(
        name = "spidermonkey-contexts",
        wrong = Wrong.ASSERTION,
        source = "N. Jalbert, C. Pereira, G. Pokam, K. Sen, HotPar 2011 (RADBench)",
        summary = "A context is created on an engine that is down.")
final class SpiderMonkeyContexts implements Subject {

    private final Mutex lock = new Mutex();

    @Var
    private int contexts = 1;

    @Var
    private boolean isUp = true;

    @Override
    public void main() {
        concurrently(this::create, this::destroy);
    }

    private void create() {
        mutex_lock(lock);
        boolean canBeUsed = isUp;
        mutex_unlock(lock);
        if (canBeUsed) {
            mutex_lock(lock);
            contexts++;
            mutex_unlock(lock);
            BUG_ON(!isUp);
        }
    }

    private void destroy() {
        mutex_lock(lock);
        boolean isLast = --contexts == 0;
        mutex_unlock(lock);
        if (isLast) {
            isUp = false;
        }
    }
}
