package dev.yank.drivers.objects;

import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R2 and nothing else: looks whether there is another object, and does not know that this gives back its
/// reference to the first, which it returns.
///
/// Source: anti-pattern 4 of L. He et al., One Simple API Can Cause Hundreds of Bugs, SOSP, 2023.
@UnderTest(
        name = "object-loop-misses-hidden-put",
        device = "object",
        breaks = "R2",
        summary = "What finds the next object puts the one before, and the caller hands that on.")
public final class MissesHiddenPut extends ObjectLoop {

    @Override
    public @Nullable Session lookup() {
        Session first = session_find(null);
        Session second = first == null ? null : session_find(first);
        return second == null ? first : second;
    }
}
