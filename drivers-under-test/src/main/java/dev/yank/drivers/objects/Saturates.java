package dev.yank.drivers.objects;

import static dev.yank.harness.kernel.Refcount.REFCOUNT_MAX;
import static dev.yank.harness.kernel.Refcount.refcount_add;
import static dev.yank.harness.kernel.Refcount.refcount_sub_and_test;
import static dev.yank.harness.kernel.Slab.kfree;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R5 and nothing else: a ticket holds the storage as often as somebody says, and nobody limits what is said.
/// `refcount_t` does not wrap around but saturates, so nothing is used after it was freed; but the storage is never
/// freed any more.
///
/// Source: `include/linux/refcount.h`, Linux kernel, P. Zijlstra and others, 2017, on saturation.
@UnderTest(
        name = "object-kref-saturates",
        device = "object",
        breaks = "R5",
        summary = "References without a limit: the count saturates, and the storage leaks.")
public final class Saturates extends ObjectKref {

    private static final int AS_OFTEN_AS_SAID = REFCOUNT_MAX - 1;

    @Override
    public Ticket downgrade(Session session) {
        refcount_add(AS_OFTEN_AS_SAID, session.storage);
        return new Ticket(session);
    }

    @Override
    public void put_weak(Ticket ticket) {
        if (refcount_sub_and_test(AS_OFTEN_AS_SAID, ticket.session().storage)) {
            kfree(ticket.session());
        }
    }
}
