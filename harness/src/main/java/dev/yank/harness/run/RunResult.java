package dev.yank.harness.run;

import dev.yank.model.rule.Verdict;
import java.util.List;

/// What a run of many trials says.
///
/// @param seed the seed that everything random was drawn from
/// @param completeness whether every trial came to its end
/// @param drivers one result a driver, in the order of the drivers
public record RunResult(long seed, Completeness completeness, List<DriverResult> drivers) {

    /// Whether a run came to its end.
    public enum Completeness {
        COMPLETE,
        INTERRUPTED
    }

    /// What the process should say when it ends.
    public ExitStatus exitStatus() {
        if (drivers.stream().anyMatch(RunResult::isSurvivingCanary)) {
            return ExitStatus.HARNESS_FAILED;
        }
        if (drivers.stream().anyMatch(result -> !result.asExpected() && !isInconclusive(result))) {
            return ExitStatus.VIOLATION;
        }
        if (completeness == Completeness.INTERRUPTED || drivers.stream().anyMatch(RunResult::isInconclusive)) {
            return ExitStatus.INCONCLUSIVE;
        }
        return ExitStatus.AS_EXPECTED;
    }

    private static boolean isSurvivingCanary(DriverResult result) {
        return result.driver().isCanary() && !result.asExpected() && !isInconclusive(result);
    }

    private static boolean isInconclusive(DriverResult result) {
        return result.verdict() instanceof Verdict.Inconclusive;
    }
}
