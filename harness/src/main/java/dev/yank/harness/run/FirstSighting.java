package dev.yank.harness.run;

import java.util.OptionalInt;

/// How soon a trial sees the rule broken that its driver is known to break.
public final class FirstSighting {

    private FirstSighting() {}

    /// The number of the execution that first broke that rule; empty where none did, of as many as `settings` allow.
    /// Nothing is shrunk.
    public static OptionalInt of(LoadedDriver driver, TrialSettings settings) {
        return new Trial(driver, settings, Progress.SILENT).firstSighting();
    }
}
