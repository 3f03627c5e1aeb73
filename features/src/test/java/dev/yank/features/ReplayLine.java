package dev.yank.features;

import dev.yank.harness.program.Program;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.Progress;
import dev.yank.harness.run.Sighting;
import dev.yank.harness.run.Stress;
import dev.yank.harness.run.TrialSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The command that repeats a failure outside the feature files.
final class ReplayLine {

    private static final long EXECUTIONS = 2_000;
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private ReplayLine() {}

    /// Explores the program once more and makes what it finds small; empty where it finds nothing.
    static String of(LoadedDriver driver, Program program) {
        var settings = new TrialSettings(1, "portfolio", 1, Optional.of(EXECUTIONS), (_, _) -> program);
        return new Stress(List.of(driver), settings, new Silent())
                .run(AT_MOST).drivers().stream()
                        .flatMap(result -> result.counterexample().stream())
                        .map(ReplayLine::line)
                        .findFirst()
                        .orElse("");
    }

    private static String line(Counterexample counterexample) {
        return "\n  smallest  " + counterexample.finding().rule() + ": "
                + counterexample.finding().sentence() + "\n  replay    " + counterexample.replayCommand();
    }

    private record Silent() implements Progress {
        @Override
        public void begins(DriverUnderTest driver) {}

        @Override
        public void executed(DriverUnderTest driver, long executions) {}

        @Override
        public void found(DriverUnderTest driver, Sighting sighting) {}

        @Override
        public void ends(DriverResult result) {}
    }
}
