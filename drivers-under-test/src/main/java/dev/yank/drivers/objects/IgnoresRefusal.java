package dev.yank.drivers.objects;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R3 and nothing else: an upgrade does not look at what `kref_get_unless_zero` answers, and hands out an
/// object that is destroyed.
///
/// Source: the pattern of the C revocable, second version, whose consumers kept a pointer to what was gone
/// (Linux kernel, 377563ce0653, reverted by J. Hovold, 2026).
@UnderTest(
        name = "object-kref-ignores-refusal",
        device = "object",
        breaks = "R3",
        summary = "An upgrade does not look at what kref_get_unless_zero answers.")
public final class IgnoresRefusal extends ObjectKref {

    @Override
    public Session upgrade(Ticket ticket) {
        super.upgrade(ticket);
        return ticket.session();
    }
}
