package dev.yank.testdriver;

import dev.yank.harness.kernel.UnderTest;

/// Says what it does not offer: everything but a handle that can be polled, and lines that can be read.
@UnderTest(
        name = "test-poll-only",
        device = "pl061",
        operations = {"get-line"},
        summary = "Offers next to nothing.")
public final class PollOnlyChip extends QuietChip {}
