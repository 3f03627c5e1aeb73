package dev.yank.drivers.objects;

import static dev.yank.harness.kernel.Kref.kref_get;
import static dev.yank.harness.kernel.Kref.kref_read;

import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R1 and nothing else: an upgrade looks whether the count is zero, and takes a reference afterwards.
///
/// Source: the pattern of CVE-2025-40249, Linux kernel CVE records, 2025.
@UnderTest(
        name = "object-kref-looks-then-gets",
        device = "object",
        breaks = "R1",
        summary = "An upgrade looks whether the count is zero and takes a reference afterwards.")
public final class LooksThenGets extends ObjectKref {

    @Override
    public @Nullable Session upgrade(Ticket ticket) {
        if (kref_read(ticket.session().ref) == 0) {
            return null;
        }
        kref_get(ticket.session().ref);
        return ticket.session();
    }
}
