package dev.yank.drivers.objects;

import static dev.yank.harness.kernel.Slab.kfree;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R4 and nothing else: remove frees the object instead of putting the reference of the table.
///
/// Source: anti-pattern 7 of X. He et al., One Simple API Can Cause Hundreds of Bugs, SOSP, 2023.
@UnderTest(
        name = "object-kref-kfrees-instead-of-put",
        device = "object",
        breaks = "R4",
        summary = "remove frees a counted object directly.")
public final class KfreesInsteadOfPut extends ObjectKref {

    @Override
    void put_in_remove(Session session) {
        kfree(session);
    }
}
