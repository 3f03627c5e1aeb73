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

/// A cache increments a stored number: it fetches the item under the lock, adds, and stores it under the lock
/// again.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "memcached-127",
        wrong = Wrong.ASSERTION,
        source = "N. Jalbert, C. Pereira, G. Pokam, K. Sen, HotPar 2011 (RADBench)",
        summary = "One increment is lost.")
final class MemcachedIncr implements Subject {

    private final Mutex lock = new Mutex();

    @Var
    private int item;

    @Override
    public void main() {
        concurrently(2, this::increment);
        BUG_ON(item != 2);
    }

    private void increment() {
        mutex_lock(lock);
        int before = item;
        mutex_unlock(lock);
        mutex_lock(lock);
        item = before + 1;
        mutex_unlock(lock);
    }
}
