package dev.yank.drivers.objects;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.rust.Arc.arc_new;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.ObjectTable;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.Arc;
import dev.yank.harness.kernel.rust.Drop;
import dev.yank.harness.kernel.rust.Weak;
import org.jspecify.annotations.Nullable;

/// Conforms: `Arc` and `Weak`, with the `Arc` of the table behind a mutex.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, W. Almeida
/// Filho, 2021, on `Ref`, which is `Arc` today, and on weak references to it.
@UnderTest(name = "object-arc", device = "object", summary = "Arc and Weak: upgrades succeed while an Arc is left.")
public final class ObjectArc implements ObjectTable<Arc<ObjectArc.Session>, Weak<ObjectArc.Session>> {

    /// What is counted.
    public static final class Session implements Drop {

        @Var
        private int content = 1;

        @Override
        public void drop() {
            content = 0;
        }
    }

    private final Mutex lock = new Mutex();

    @Var
    private @Nullable Arc<Session> listed;

    @Override
    public @Nullable Arc<Session> insert() {
        Arc<Session> session = arc_new(new Session());
        mutex_lock(lock);
        listed = session;
        mutex_unlock(lock);
        return session;
    }

    @Override
    public void remove() {
        mutex_lock(lock);
        Arc<Session> session = listed;
        listed = null;
        mutex_unlock(lock);
        if (session != null) {
            session.drop();
        }
    }

    @Override
    public @Nullable Arc<Session> lookup() {
        mutex_lock(lock);
        Arc<Session> session = listed;
        Arc<Session> found = session == null ? null : session.cloned();
        mutex_unlock(lock);
        return found;
    }

    @Override
    public Arc<Session> get(Arc<Session> reference) {
        return reference.cloned();
    }

    @Override
    public void put(Arc<Session> reference) {
        reference.drop();
    }

    @Override
    public int read(Arc<Session> reference) {
        return reference.get().content;
    }

    @Override
    public Weak<Session> downgrade(Arc<Session> reference) {
        return reference.downgrade();
    }

    @Override
    public @Nullable Arc<Session> upgrade(Weak<Session> reference) {
        return reference.upgrade();
    }

    @Override
    public Weak<Session> get_weak(Weak<Session> reference) {
        return reference.cloned();
    }

    @Override
    public void put_weak(Weak<Session> reference) {
        reference.drop();
    }

    @Override
    public Object object(Arc<Session> reference) {
        return reference.get();
    }

    @Override
    public Object storage(Weak<Session> reference) {
        return reference.as_ptr();
    }
}
