package dev.yank.harness.run;

import java.util.Optional;

/// What is the same for all trials of a run.
///
/// @param seed everything random is drawn from it
/// @param strategy the name of the strategy
/// @param workers how many threads explore
/// @param executions at most so many executions a driver, if given
/// @param programs makes the programs
/// @param keepGoing when a trial is over before its budget is
/// @param shrinking hears how counterexamples are made smaller
/// @param blackBox knows what is performed, before it is; there may be none
public record TrialSettings(
        long seed,
        String strategy,
        int workers,
        Optional<Long> executions,
        ProgramSource programs,
        KeepGoing keepGoing,
        ShrinkingLog shrinking,
        Optional<BlackBox> blackBox) {

    public TrialSettings(long seed, String strategy, int workers, Optional<Long> executions, ProgramSource programs) {
        this(
                seed,
                strategy,
                workers,
                executions,
                programs,
                KeepGoing.UNTIL_CAUGHT,
                ShrinkingLog.SILENT,
                Optional.empty());
    }

    public TrialSettings {
        if (workers < 1) {
            throw new UsageException("There must be at least one worker, but --workers says " + workers + ".");
        }
    }
}
