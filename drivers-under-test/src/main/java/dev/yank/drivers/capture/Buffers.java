package dev.yank.drivers.capture;

import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.UresGroup;

/// What both nodes hand out from; it goes when both are gone.
final class Buffers {

    final UresGroup group = new UresGroup();

    /// How many were filled.
    final Atomic sequence = new Atomic();
}
