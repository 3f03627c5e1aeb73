package dev.yank.drivers.objects;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R2 and nothing else: hands out a second reference without taking one, so that the count comes to zero
/// while somebody still holds the object.
///
/// Source: anti-pattern 9 of X. He et al., One Simple API Can Cause Hundreds of Bugs, SOSP, 2023.
@UnderTest(
        name = "object-kref-clones-without-get",
        device = "object",
        breaks = "R2",
        summary = "A second reference is handed out without a get.")
public final class ClonesWithoutGet extends ObjectKref {

    @Override
    public Session get(Session session) {
        return session;
    }
}
