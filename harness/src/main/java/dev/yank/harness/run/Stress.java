package dev.yank.harness.run;

import dev.yank.harness.run.RunResult.Completeness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A run over many drivers that share one budget.
///
/// Drivers that are known to break a rule go first, because they end as soon as they are caught; what they
/// leave of the budget is shared by those that should conform.
public final class Stress {

    /// Most known-bad drivers are caught in a small part of a share; the few that need more may take so many.
    private static final int SHARES_TO_CATCH = 8;

    private final List<LoadedDriver> drivers;
    private final TrialSettings settings;
    private final Progress progress;
    private final Map<String, DriverResult> results = new HashMap<>(); // looked up only, never iterated

    public Stress(List<LoadedDriver> drivers, TrialSettings settings, Progress progress) {
        this.drivers = List.copyOf(drivers);
        this.settings = settings;
        this.progress = progress;
    }

    /// Runs every trial. Where the thread is interrupted, what was found so far is what is returned.
    public RunResult run(Duration duration) {
        Budget budget = Budget.of(duration, settings.executions());
        List<LoadedDriver> order = new ArrayList<>(drivers);
        order.sort((a, b) ->
                Boolean.compare(a.about().breaks().isEmpty(), b.about().breaks().isEmpty()));
        for (int i = 0; i < order.size() && !Thread.currentThread().isInterrupted(); i++) {
            int shares = order.size() - i;
            Duration share =
                    budget.left().multipliedBy(sharesOf(order.get(i), shares)).dividedBy(shares);
            DriverResult result = new Trial(order.get(i), settings, progress).run(share);
            if (!Thread.currentThread().isInterrupted()
                    || result.counterexample().isPresent()) {
                record(result);
            }
        }
        return soFar();
    }

    /// How many of the shares that are left a driver may take, at most half of them.
    private int sharesOf(LoadedDriver driver, int left) {
        boolean endsWhenCaught = driver.about().breaks().isPresent() && settings.keepGoing() == KeepGoing.UNTIL_CAUGHT;
        return endsWhenCaught ? Math.min(SHARES_TO_CATCH, (left + 1) / 2) : 1;
    }

    private synchronized void record(DriverResult result) {
        results.put(result.driver().name(), result);
    }

    /// What is known now, in the order of the drivers. Can be asked for from another thread while the run
    /// goes on.
    public synchronized RunResult soFar() {
        List<DriverResult> known = drivers.stream()
                .map(driver -> results.get(driver.about().name()))
                .filter(Objects::nonNull)
                .toList();
        return new RunResult(
                settings.seed(),
                known.size() == drivers.size() ? Completeness.COMPLETE : Completeness.INTERRUPTED,
                known);
    }
}
