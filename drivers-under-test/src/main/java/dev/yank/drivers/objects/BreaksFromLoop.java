package dev.yank.drivers.objects;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R5 and nothing else: takes a reference for the caller, and leaves the loop without giving back the one that
/// the loop had.
///
/// Source: anti-pattern 3 of L. He et al., One Simple API Can Cause Hundreds of Bugs, SOSP, 2023.
@UnderTest(
        name = "object-loop-breaks",
        device = "object",
        breaks = "R5",
        summary = "A loop is left early, and what it held stays held.")
public final class BreaksFromLoop extends ObjectLoop {

    @Override
    public @Nullable Session lookup() {
        @Var Session found = null;
        for (Session at = session_find(null); at != null; at = session_find(at)) {
            if (is_wanted(at)) {
                found = get(at);
                break;
            }
        }
        return found;
    }
}
