package dev.yank.drivers.i2cdev;

import static dev.yank.harness.kernel.Kref.kref_get_unless_zero;

import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R42 and nothing else: gives the lock of the table back between finding the adapter and pinning it. That the
/// count is not raised from zero does not help where the count itself is freed.
///
/// Source: `Documentation/core-api/kref.rst`, Linux kernel, C. Minyard and T. Hellstrom, 2004-2012.
@UnderTest(
        name = "scratch-i2c-dev-looks-without-pin",
        device = "scratch",
        policy = ScratchI2c.POLICY,
        breaks = "R42",
        summary = "open pins what it found only after it has given the lock back.")
public final class LooksWithoutPin extends ScratchI2c {

    @Override
    @Nullable
    Adapter i2c_get_adapter(Inode inode) {
        Adapter adap = look_up(inode);
        boolean pinned = adap != null && kref_get_unless_zero(adap.dev.kref());
        return pinned ? adap : null;
    }
}
