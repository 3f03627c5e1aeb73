package dev.yank.harness.shrink;

import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.Strategy;
import java.util.Optional;

/// Performs a candidate and says whether it breaks the rule that the original broke.
@FunctionalInterface
public interface Attempt {

    /// What came of a candidate that fails.
    ///
    /// @param schedule the decisions that were taken
    /// @param decisions how many there were
    /// @param begun the program without the operations that had not begun when it failed, if that is known
    record Failure(Schedule schedule, int decisions, Optional<Program> begun) {

        public Failure(Schedule schedule, int decisions) {
            this(schedule, decisions, Optional.empty());
        }
    }

    /// Performs `program` once.
    ///
    /// @return the failure, or nothing where the rule was not broken
    Optional<Failure> perform(Program program, Strategy strategy, long seed);
}
