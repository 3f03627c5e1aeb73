package dev.yank.drivers.objects;

import static dev.yank.harness.kernel.Slab.kfree;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R4 and nothing else: whoever puts the last strong reference frees the storage, though weak references are
/// left.
@UnderTest(
        name = "object-kref-frees-under-tickets",
        device = "object",
        breaks = "R4",
        summary = "The last strong reference frees the storage, whoever holds a weak one.")
public final class FreesUnderTickets extends ObjectKref {

    @Override
    void session_release(Session session) {
        session_destroy(session);
        kfree(session);
    }

    @Override
    public void put_weak(Ticket ticket) {}
}
