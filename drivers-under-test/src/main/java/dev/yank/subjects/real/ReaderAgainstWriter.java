package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.RwSemaphore;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A reader of a read-write lock asks for a mutex whose holder waits to write.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "reader-against-writer",
        wrong = Wrong.DEADLOCK,
        source = "S. Lu, S. Park, E. Seo, Y. Zhou, ASPLOS 2008",
        summary = "The writer waits for a reader that waits for the writer.")
final class ReaderAgainstWriter implements Subject {

    private final Mutex mutex = new Mutex();
    private final RwSemaphore lock = new RwSemaphore();

    @Override
    public void main() {
        concurrently(this::read, this::write);
    }

    private void read() {
        down_read(lock);
        mutex_lock(mutex);
        mutex_unlock(mutex);
        up_read(lock);
    }

    private void write() {
        mutex_lock(mutex);
        down_write(lock);
        up_write(lock);
        mutex_unlock(mutex);
    }
}
