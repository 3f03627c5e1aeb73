package dev.yank.harness.run;

import dev.yank.harness.shrink.AttemptLog;

/// Hears how the counterexamples of drivers are made smaller.
@FunctionalInterface
public interface ShrinkingLog {

    /// Hears nothing.
    ShrinkingLog SILENT = _ -> AttemptLog.SILENT;

    /// Hears of the attempts on one driver.
    AttemptLog about(DriverUnderTest driver);
}
