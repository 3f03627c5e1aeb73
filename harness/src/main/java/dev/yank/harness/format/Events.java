package dev.yank.harness.format;

import com.google.errorprone.annotations.Var;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Numbers the events of a file in its order, which is the order in which they happened.
///
/// An event has the number that its `:index` says, as long as these grow; otherwise the next one. `:time` is not used:
/// clocks of several machines say little about the order of events.
final class Events {

    private static final int HIGHEST_INDEX = 1 << 30;
    private static final int CHECKED_EVERY = 1024;

    private final BooleanSupplier stop;

    @Var
    private int last = -1;

    @Var
    private int count;

    /// @param stop asked now and then; says whether to stop reading
    Events(BooleanSupplier stop) {
        this.stop = stop;
    }

    /// The number of the next event.
    int next(@Nullable Object index, int line) throws ReadingStoppedException {
        if (++count % CHECKED_EVERY == 0 && stop.getAsBoolean()) {
            throw new ReadingStoppedException(count, line);
        }
        last = index instanceof Long number && number > last && number < HIGHEST_INDEX
                ? number.intValue()
                : Math.addExact(last, 1);
        return last;
    }
}
