package dev.yank.harness.run;

import java.time.Duration;
import java.util.OptionalInt;

/// How soon a trial sees the rule broken that its driver is known to break.
public final class FirstSighting {

    /// Executions decide when it is over, not time.
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    private FirstSighting() {}

    /// The number of the execution that first broke that rule; empty where none did, of as many as `settings` allow.
    public static OptionalInt of(LoadedDriver driver, TrialSettings settings) {
        Hunted hunted = new Trial(driver, settings, Progress.SILENT)
                .hunt(Budget.of(AS_LONG_AS_IT_TAKES, settings.executions()));
        return hunted.isKilled() ? OptionalInt.of((int) hunted.executions()) : OptionalInt.empty();
    }
}
