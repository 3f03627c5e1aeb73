package dev.yank.drivers.objects;

import static dev.yank.harness.kernel.DebugObjects.debug_object_destroy;
import static dev.yank.harness.kernel.Kref.kref_get;
import static dev.yank.harness.kernel.Kref.kref_get_unless_zero;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Kref.kref_put;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Refcount.refcount_dec_and_test;
import static dev.yank.harness.kernel.Refcount.refcount_inc;
import static dev.yank.harness.kernel.Refcount.refcount_set;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.ObjectTable;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Conforms: the same in the manner of C. A `kref` counts who keeps the object, a `refcount_t` who keeps its
/// storage, and `kref_get_unless_zero` upgrades.
///
/// Not final, because its twins do one step differently.
///
/// Source: kernel documentation, core-api/kref, C. Minyard and T. Hellstrom, 2004-2012.
@UnderTest(
        name = "object-kref",
        device = "object",
        summary = "kref with a second count for the storage, upgraded by kref_get_unless_zero.")
public class ObjectKref implements ObjectTable<Session, ObjectKref.Ticket> {

    /// A weak reference.
    ///
    /// @param session the object; perhaps only its storage is left
    record Ticket(Session session) {}

    final Mutex lock = new Mutex();

    @Var
    @Nullable
    Session listed;

    @Override
    public final @Nullable Session insert() {
        Session session = kzalloc(new Session());
        if (session == null) {
            return null;
        }
        kref_init(session.ref);
        refcount_set(session.storage, 1);
        mutex_lock(lock);
        listed = session;
        mutex_unlock(lock);
        return session;
    }

    @Override
    public final void remove() {
        mutex_lock(lock);
        Session session = listed;
        listed = null;
        mutex_unlock(lock);
        if (session != null) {
            put_in_remove(session);
        }
    }

    @Override
    public final void put(Session session) {
        kref_put(session.ref, () -> session_release(session));
    }

    @Override
    public final int read(Session session) {
        return session.content;
    }

    @Override
    public final Ticket get_weak(Ticket ticket) {
        return downgrade(ticket.session);
    }

    @Override
    public final Object object(Session session) {
        return session;
    }

    @Override
    public final Object storage(Ticket ticket) {
        return ticket.session;
    }

    static void session_destroy(Session session) {
        debug_object_destroy(session);
        session.content = 0;
    }

    static void storage_put(Session session) {
        if (refcount_dec_and_test(session.storage)) {
            kfree(session);
        }
    }

    // What the twins do differently.

    /// Under the lock the table still holds its reference, so there is one to share.
    @Override
    public @Nullable Session lookup() {
        return get_listed();
    }

    final @Nullable Session get_listed() {
        mutex_lock(lock);
        Session session = listed;
        if (session != null) {
            kref_get(session.ref);
        }
        mutex_unlock(lock);
        return session;
    }

    /// Runs when the last strong reference is put.
    void session_release(Session session) {
        session_destroy(session);
        storage_put(session);
    }

    @Override
    public Session get(Session session) {
        kref_get(session.ref);
        return session;
    }

    @Override
    public @Nullable Session upgrade(Ticket ticket) {
        return kref_get_unless_zero(ticket.session.ref) ? ticket.session : null;
    }

    @Override
    public Ticket downgrade(Session session) {
        refcount_inc(session.storage);
        return new Ticket(session);
    }

    @Override
    public void put_weak(Ticket ticket) {
        storage_put(ticket.session);
    }

    void put_in_remove(Session session) {
        put(session);
    }
}
