package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.pthread_create;
import static dev.yank.harness.kernel.posix.Pthread.pthread_join;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.kernel.posix.Pthread;

/// Appending one string buffer to another in JDK 1.4: the length of the other is read under its lock, and the
/// characters are copied under its lock, but the lock is free between the two.
///
/// Tasks: one that erases, and main, which appends.
@TestSubject(
        name = "stringbuffer-jdk1.4",
        wrong = Wrong.ASSERTION,
        source = "C. Flanagan, S. Qadeer, PLDI 2003; SCTBench, PPoPP 2014",
        summary = "The other buffer shrinks between length() and getChars().")
final class StringBufferAppend implements Subject {

    private final Buffer target = new Buffer();
    private final Buffer source = new Buffer();

    /// `java.lang.StringBuffer`, without its characters.
    private static final class Buffer {
        final Mutex lock = new Mutex();

        @Var
        int count = 3;
    }

    @Override
    public void main() {
        Pthread eraser = pthread_create("eraser", () -> setLength(source, 0));
        append(target, source);
        pthread_join(eraser);
    }

    private static void append(Buffer to, Buffer from) {
        mutex_lock(to.lock);
        int length = length(from);
        getChars(from, length);
        to.count += length;
        mutex_unlock(to.lock);
    }

    private static int length(Buffer buffer) {
        mutex_lock(buffer.lock);
        int length = buffer.count;
        mutex_unlock(buffer.lock);
        return length;
    }

    private static void getChars(Buffer buffer, int end) {
        mutex_lock(buffer.lock);
        BUG_ON(end > buffer.count);
        mutex_unlock(buffer.lock);
    }

    private static void setLength(Buffer buffer, int length) {
        mutex_lock(buffer.lock);
        buffer.count = length;
        mutex_unlock(buffer.lock);
    }
}
