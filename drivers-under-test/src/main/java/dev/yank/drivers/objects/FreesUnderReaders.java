package dev.yank.drivers.objects;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R34 and nothing else: frees a task without waiting for those who have just read it from its pid.
@UnderTest(
        name = "object-task-frees-under-readers",
        device = "object",
        breaks = "R34",
        summary = "A task is freed without waiting for those who look at it under RCU.")
public final class FreesUnderReaders extends ObjectTask {

    @Override
    void wait_for_readers() {}
}
