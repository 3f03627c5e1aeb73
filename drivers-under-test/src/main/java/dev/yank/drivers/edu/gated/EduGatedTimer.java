package dev.yank.drivers.edu.gated;

import static dev.yank.harness.kernel.TimerList.timer_delete;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: disarms the watchdog without waiting for it, and then frees the memory that
/// it lies in.
@UnderTest(
        name = "edu-gated-timer",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R24",
        summary = "Does not wait for its timer before it frees what the timer uses.")
public final class EduGatedTimer extends EduGated {

    @Override
    void stop_watchdog(Edu edu) {
        timer_delete(edu.watchdog);
    }
}
