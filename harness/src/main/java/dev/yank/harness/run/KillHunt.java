package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.mutate.Mutation;
import dev.yank.harness.run.KillMatrix.Kind;
import dev.yank.harness.run.KillMatrix.Prey;
import dev.yank.harness.run.RunResult.Completeness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Hunts known-bad drivers, and the mutants of those that conform, under several strategies. Each is hunted
/// by one worker alone, so what comes of it depends on the seed only, as long as the time suffices.
public final class KillHunt {

    /// Somebody to hunt; loaded when it is their turn, since there are many.
    private record Quarry(String name, Kind kind, String remark, Supplier<LoadedDriver> driver) {}

    private final TrialSettings settings;
    private final List<String> strategies;
    private final BiConsumer<Integer, Integer> progress;
    private final List<Quarry> quarries = new ArrayList<>();

    /// @param settings the seed, the workers and how many executions there are at most for each
    /// @param strategies their names, the judge first
    /// @param progress hears how many of how many were hunted; from several threads
    public KillHunt(TrialSettings settings, List<String> strategies, BiConsumer<Integer, Integer> progress) {
        this.settings = settings;
        this.strategies = List.copyOf(strategies);
        this.progress = progress;
    }

    /// Of a known-bad driver, or a mutant, itself; of one that conforms, every mutant.
    public void add(LoadedDriver driver, EquivalentMutants equivalent) {
        String name = driver.about().name();
        if (driver.about().breaks().isPresent()) {
            quarries.add(new Quarry(name, Kind.TWIN, driver.about().summary(), () -> driver));
        } else if (name.contains(LoadedDriver.MUTANT)) {
            quarries.add(mutant(name, driver.about().summary(), equivalent, () -> driver));
        } else {
            for (Mutation mutation : driver.mutations()) {
                quarries.add(mutant(
                        driver.mutant(mutation), mutation.sentence(), equivalent, () -> driver.mutated(mutation)));
            }
        }
    }

    private static Quarry mutant(
            String name, String change, EquivalentMutants equivalent, Supplier<LoadedDriver> driver) {
        Optional<String> reason = equivalent.reason(name);
        return new Quarry(name, reason.isPresent() ? Kind.EQUIVALENT : Kind.MUTANT, reason.orElse(change), driver);
    }

    /// Hunts all of them.
    public KillMatrix run(Duration duration) {
        Budget budget = Budget.of(duration, settings.executions());
        List<Future<Optional<Prey>>> running = new ArrayList<>();
        List<Prey> hunted = new ArrayList<>();
        try (ExecutorService workers = Workers.pool(settings.workers())) {
            for (Quarry quarry : quarries) {
                running.add(workers.submit(() -> hunt(quarry, budget)));
            }
            for (Future<Optional<Prey>> one : running) {
                Workers.result(one).flatMap(prey -> prey).ifPresent(hunted::add);
                progress.accept(hunted.size(), quarries.size());
            }
        }
        List<Prey> inOrder = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            hunted.stream().filter(one -> one.kind() == kind).forEach(inOrder::add);
        }
        return new KillMatrix(
                settings.seed(),
                settings.executions().orElse(Long.MAX_VALUE),
                strategies,
                hunted.size() == quarries.size() ? Completeness.COMPLETE : Completeness.INTERRUPTED,
                inOrder);
    }

    /// Empty where there was no time for it.
    private Optional<Prey> hunt(Quarry quarry, Budget budget) {
        LoadedDriver driver = quarry.driver.get();
        List<Hunted> hunts = new ArrayList<>();
        @Var List<String> rest = quarry.kind == Kind.EQUIVALENT ? strategies.subList(0, 1) : strategies;
        while (!rest.isEmpty()) {
            if (budget.isOver()) {
                return Optional.empty();
            }
            Hunted hunted = new Trial(driver, settings(rest.getFirst()), Progress.SILENT).hunt(budget);
            if (!hunted.isKilled() && budget.isOver()) {
                return Optional.empty();
            }
            hunts.add(hunted);
            rest = rest.subList(1, rest.size());
        }
        return Optional.of(
                new Prey(quarry.name, quarry.kind, driver.about().breaks(), quarry.remark, List.copyOf(hunts)));
    }

    private TrialSettings settings(String strategy) {
        return new TrialSettings(
                settings.seed(),
                strategy,
                1,
                settings.executions(),
                settings.programs(),
                KeepGoing.UNTIL_BROKEN,
                ShrinkingLog.SILENT,
                Optional.empty());
    }
}
