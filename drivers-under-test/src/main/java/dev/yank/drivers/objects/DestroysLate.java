package dev.yank.drivers.objects;

import static dev.yank.harness.kernel.Refcount.refcount_dec_and_test;
import static dev.yank.harness.kernel.Slab.kfree;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R4 and nothing else: the destructor runs when the storage goes, which a weak reference can put off.
@UnderTest(
        name = "object-kref-destroys-late",
        device = "object",
        breaks = "R4",
        summary = "The destructor runs with the last weak reference instead of the last strong one.")
public final class DestroysLate extends ObjectKref {

    @Override
    void session_release(Session session) {
        put_late(session);
    }

    @Override
    public void put_weak(Ticket ticket) {
        put_late(ticket.session());
    }

    private static void put_late(Session session) {
        if (refcount_dec_and_test(session.storage)) {
            session_destroy(session);
            kfree(session);
        }
    }
}
