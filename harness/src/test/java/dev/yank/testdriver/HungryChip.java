package dev.yank.testdriver;

import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;
import org.jspecify.annotations.Nullable;

/// Needs two pieces of memory to say the level of a line, and forgets the first where there is no second.
@UnderTest(
        name = "test-hungry",
        device = "pl061",
        breaks = "R5",
        summary = "A command that runs out of memory half-way keeps what it had.")
public final class HungryChip extends QuietChip {

    private static final class Piece {
        final int level = 0;
    }

    @Override
    int command(int command, UserBuffer argument) {
        Piece first = piece();
        if (first == null) {
            return -Errno.ENOMEM;
        }
        Piece second = piece();
        if (second == null) {
            return -Errno.ENOMEM;
        }
        int result = put_user(first.level, argument);
        kfree(second);
        kfree(first);
        return result;
    }

    private static @Nullable Piece piece() {
        return kzalloc(new Piece());
    }
}
