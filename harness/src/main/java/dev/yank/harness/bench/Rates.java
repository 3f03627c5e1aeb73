package dev.yank.harness.bench;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.schedule.Strategies;
import java.time.Duration;
import java.util.function.Supplier;

/// Measures executions a second: the best of some rounds after a warm-up, because what others do on the
/// machine only ever makes a round slower.
///
/// @param workers how many threads run at once
/// @param rounds how many rounds are measured
/// @param round how much processor time each worker takes in one
public record Rates(int workers, int rounds, Duration round) {

    /// Of a driver, with every oracle on.
    public Rate of(LoadedDriver driver, String strategy) {
        return best(driver.about().name(), strategy, () -> new DriverLoad(driver, strategy));
    }

    /// Of a subject in which there is nothing to find.
    public Rate of(LoadedSubject subject, String strategy) {
        return best(subject.name(), strategy, () -> new SubjectLoad(subject.simulation(), Strategies.create(strategy)));
    }

    private Rate best(String name, String strategy, Supplier<Load> load) {
        Meter.measure(name, strategy, load, 1, round);
        @Var Rate best = Meter.measure(name, strategy, load, workers, round);
        for (int i = 1; i < rounds; i++) {
            Rate next = Meter.measure(name, strategy, load, workers, round);
            best = next.perCpuSecond() > best.perCpuSecond() ? next : best;
        }
        return best;
    }
}
