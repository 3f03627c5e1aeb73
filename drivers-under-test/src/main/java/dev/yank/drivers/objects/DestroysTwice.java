package dev.yank.drivers.objects;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R4 and nothing else: remove destroys the object, and the last put destroys it again.
///
/// Source: the pattern of CVE-2022-50421, Linux kernel CVE records, 2022.
@UnderTest(
        name = "object-kref-destroys-twice",
        device = "object",
        breaks = "R4",
        summary = "remove destroys the object, and so does the last put.")
public final class DestroysTwice extends ObjectKref {

    @Override
    void put_in_remove(Session session) {
        session_destroy(session);
        put(session);
    }
}
