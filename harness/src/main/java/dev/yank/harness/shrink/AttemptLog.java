package dev.yank.harness.shrink;

import dev.yank.harness.program.Program;

/// Hears of every attempt to make a counterexample smaller.
@FunctionalInterface
public interface AttemptLog {

    /// Hears nothing.
    AttemptLog SILENT = (_, _, _, _) -> {};

    /// What an attempt is for.
    enum Phase {
        /// A smaller program.
        CUT,
        /// Fewer switches.
        SWITCHES,
        /// Whether a smaller program fails after all.
        VERIFY
    }

    /// `program` was performed under a schedule that `strategy` made.
    ///
    /// @param fails whether it still broke the rule
    void attempted(Phase phase, Program program, String strategy, boolean fails);
}
