package dev.yank.harness.run;

import java.time.Duration;
import java.util.Optional;

/// Proves in every run that the harness still catches what it must: the canary breaks a rule in the
/// plainest way.
public final class CanaryCheck {

    private static final long EXECUTIONS = 2_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private CanaryCheck() {}

    /// Explores the canary, where the catalog has one.
    ///
    /// @throws HarnessFailure where it survives
    public static void check(DriverCatalog catalog, TrialSettings settings) {
        var shortly = new TrialSettings(
                settings.seed(), settings.strategy(), settings.workers(), Optional.of(EXECUTIONS), settings.programs());
        for (LoadedDriver driver : catalog.all()) {
            if (driver.about().isCanary()
                    && !new Trial(driver, shortly, Progress.SILENT).run(LONGEST).asExpected()) {
                throw new HarnessFailure("The canary survived " + EXECUTIONS
                        + " executions: the harness does not catch what it must, so nothing is said about any driver.");
            }
        }
    }
}
