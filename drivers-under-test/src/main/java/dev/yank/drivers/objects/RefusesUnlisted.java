package dev.yank.drivers.objects;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;

import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R3 and nothing else: an upgrade asks whether the object is still in the table, not whether anybody holds
/// it.
@UnderTest(
        name = "object-kref-refuses-unlisted",
        device = "object",
        breaks = "R3",
        summary = "An upgrade is refused once the object is out of the table, though others still hold it.")
public final class RefusesUnlisted extends ObjectKref {

    @Override
    @SuppressWarnings("ReferenceEquality") // an object is its address
    public @Nullable Session upgrade(Ticket ticket) {
        mutex_lock(lock);
        boolean isListed = listed == ticket.session();
        mutex_unlock(lock);
        return isListed ? super.upgrade(ticket) : null;
    }
}
