package dev.yank.harness.bench;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.bench.SubjectTrial.Found;
import dev.yank.harness.run.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// How many schedules strategies need for subjects: trials with the seeds 1, 2, 3 and so on, counted as the
/// published figures are.
///
/// @param strategies the names of the strategies
/// @param seeds how many trials there are for each strategy and subject
/// @param mostSchedules after how many schedules a trial is given up
/// @param workers how many threads do trials; the results do not depend on it
public record SubjectBench(List<String> strategies, int seeds, int mostSchedules, int workers) {

    /// The strategies that are compared unless others are asked for.
    public static final List<String> STRATEGIES = List.of("portfolio", "surw", "pos", "pct(3)", "random");

    public SubjectBench(List<String> strategies, int seeds, int mostSchedules, int workers) {
        this.strategies = List.copyOf(strategies);
        this.seeds = seeds;
        this.mostSchedules = mostSchedules;
        this.workers = workers;
    }

    /// Measures every strategy on every subject.
    ///
    /// @param finished hears each result when it and all before it are known
    /// @return the results in the order of the subjects, and for each in the order of the strategies
    public List<SubjectResult> run(List<LoadedSubject> subjects, Consumer<SubjectResult> finished) {
        try (ExecutorService threads = Workers.pool(workers)) {
            List<Future<SubjectResult>> running = new ArrayList<>();
            for (LoadedSubject subject : subjects) {
                for (String strategy : strategies) {
                    running.add(threads.submit(() -> measure(subject, strategy)));
                }
            }
            List<SubjectResult> results = new ArrayList<>();
            for (Future<SubjectResult> one : running) {
                SubjectResult result = Workers.await(one);
                results.add(result);
                finished.accept(result);
            }
            return results;
        }
    }

    private SubjectResult measure(LoadedSubject subject, String strategy) {
        var trial = new SubjectTrial(subject, mostSchedules);
        List<Integer> schedules = new ArrayList<>();
        @Var long executions = 0;
        for (@Var int seed = 1; seed <= seeds; seed++) {
            Optional<Found> found = trial.run(strategy, seed);
            found.ifPresent(one -> schedules.add(one.schedules()));
            executions += found.map(Found::schedules).orElse(mostSchedules);
        }
        return new SubjectResult(
                subject.name(), subject.wrong(), strategy, new FirstFindings(schedules, seeds), executions);
    }
}
