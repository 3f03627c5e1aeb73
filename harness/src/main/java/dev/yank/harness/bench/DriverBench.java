package dev.yank.harness.bench;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.run.FirstSighting;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.ProgramSource;
import dev.yank.harness.run.TrialSettings;
import dev.yank.harness.run.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// How soon strategies catch drivers that are known to break a rule, on random programs as in a run: trials with
/// the seeds 1, 2, 3 and so on. Each begins with the sweep of faults, as in a run.
///
/// @param strategies the names of the strategies
/// @param seeds how many trials there are for each strategy and driver
/// @param mostExecutions after how many executions a trial is given up
/// @param workers how many threads do trials; the results do not depend on it
/// @param programs makes the programs
public record DriverBench(List<String> strategies, int seeds, int mostExecutions, int workers, ProgramSource programs) {

    public DriverBench(List<String> strategies, int seeds, int mostExecutions, int workers, ProgramSource programs) {
        this.strategies = List.copyOf(strategies);
        this.seeds = seeds;
        this.mostExecutions = mostExecutions;
        this.workers = workers;
        this.programs = programs;
    }

    /// Measures every strategy on every driver.
    ///
    /// @param drivers each known to break a rule
    /// @param finished hears each result when it and all before it are known
    /// @return the results in the order of the drivers, and for each in the order of the strategies
    public List<DriverCatch> run(List<LoadedDriver> drivers, Consumer<DriverCatch> finished) {
        try (ExecutorService threads = Workers.pool(workers)) {
            List<Future<DriverCatch>> running = new ArrayList<>();
            for (LoadedDriver driver : drivers) {
                for (String strategy : strategies) {
                    running.add(threads.submit(() -> measure(driver, strategy)));
                }
            }
            List<DriverCatch> results = new ArrayList<>();
            for (Future<DriverCatch> one : running) {
                DriverCatch result = Workers.await(one);
                results.add(result);
                finished.accept(result);
            }
            return results;
        }
    }

    private DriverCatch measure(LoadedDriver driver, String strategy) {
        List<Integer> executions = new ArrayList<>();
        for (@Var int seed = 1; seed <= seeds; seed++) {
            var settings = new TrialSettings(seed, strategy, 1, Optional.of((long) mostExecutions), programs);
            FirstSighting.of(driver, settings).ifPresent(executions::add);
        }
        return new DriverCatch(
                driver.about().name(),
                driver.about().breaks().orElseThrow(),
                strategy,
                new FirstFindings(executions, seeds));
    }
}
