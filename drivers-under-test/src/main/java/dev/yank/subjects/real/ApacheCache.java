package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Atomic.atomic_add;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A web server drops its references to a cached object: it lowers the count, and in a second step looks whether
/// it is 0.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "apache-21287",
        wrong = Wrong.MEMORY,
        source = "S. Lu, S. Park, E. Seo, Y. Zhou, ASPLOS 2008",
        summary = "Two tasks see 0 and free the object twice.")
final class ApacheCache implements Subject {

    /// `cache_object_t`.
    private static final class CacheObject {
        final Atomic refcount = new Atomic();
    }

    @Override
    public void main() {
        CacheObject object = kzalloc(new CacheObject());
        if (object != null) {
            atomic_set(object.refcount, 2);
            concurrently(() -> decrement(object), () -> decrement(object));
        }
    }

    private static void decrement(CacheObject object) {
        atomic_add(-1, object.refcount);
        if (atomic_read(object.refcount) == 0) {
            kfree(object);
        }
    }
}
