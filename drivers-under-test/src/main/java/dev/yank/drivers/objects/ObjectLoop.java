package dev.yank.drivers.objects;

import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Conforms: as [ObjectKref], and who looks an object up goes through the table with a loop that holds the object
/// that it is at, as `for_each_child_of_node` does: its step takes the next one and gives the one before back.
///
/// Not final, because its twins handle the reference of the loop differently.
///
/// Source: `include/linux/of.h`, Linux kernel, S. Rothwell and others, 2007, on the loops over nodes.
@UnderTest(
        name = "object-loop",
        device = "object",
        summary = "A lookup goes through the table with a loop that holds the object it is at.")
public class ObjectLoop extends ObjectKref {

    /// Leaves the loop early, and hands over the reference that the loop had.
    @Override
    public @Nullable Session lookup() {
        for (Session at = session_find(null); at != null; at = session_find(at)) {
            if (is_wanted(at)) {
                return at;
            }
        }
        return null;
    }

    /// The object after `from`, or the first, with a reference; that to `from` is given back.
    final @Nullable Session session_find(@Nullable Session from) {
        if (from == null) {
            return get_listed();
        }
        put(from);
        return null; // the table has room for one
    }

    final boolean is_wanted(Session session) {
        return read(session) != 0;
    }
}
