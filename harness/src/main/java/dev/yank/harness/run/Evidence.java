package dev.yank.harness.run;

import dev.yank.harness.program.Program;
import dev.yank.harness.run.Explorer.Judged;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.shrink.Attempt.Failure;
import dev.yank.harness.shrink.Shrinker;
import dev.yank.harness.sim.HistoryRecorder;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.RuleId;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Turns an execution that broke a rule into a [Counterexample].
public final class Evidence {

    private static final int MOST_ATTEMPTS = 40_000;

    private final LoadedDriver loaded;
    private final DriverUnderTest driver;
    private final Explorer explorer;

    /// @param explorer performs programs on the same driver
    public Evidence(LoadedDriver loaded, Explorer explorer) {
        this.loaded = loaded;
        this.driver = loaded.about();
        this.explorer = explorer;
    }

    /// The smallest counterexample for the rule of the sighting.
    ///
    /// @param execution the number of the sighting among the executions of its driver
    Counterexample shrink(Sighting sighting, long execution) {
        var origin = new Origin(
                execution,
                sighting.strategy(),
                sighting.program().size(),
                sighting.schedule().preemptions().size());
        Shrinker.Shrunk shrunk = new Shrinker(
                        (program, strategy, seed) -> attempt(sighting.rule(), program, strategy, seed), MOST_ATTEMPTS)
                .shrink(sighting.program(), new Failure(sighting.schedule(), sighting.decisions()));
        return of(sighting.rule(), shrunk.program(), shrunk.schedule(), origin);
    }

    private Optional<Failure> attempt(RuleId rule, Program program, Strategy strategy, long seed) {
        Judged judged = explorer.run(program, strategy, seed, Tracing.JUDGE_ONLY);
        return judged.isViolation() && judged.finding(rule).isPresent()
                ? Optional.of(new Failure(
                        judged.outcome().schedule(), judged.outcome().decisions()))
                : Optional.empty();
    }

    /// The counterexample of one program and schedule.
    ///
    /// @throws HarnessFailure where they do not break the rule
    public Counterexample of(RuleId rule, Program program, Schedule schedule, Origin origin) {
        Judged judged = explorer.run(program, new Replay(schedule), 0, Tracing.KEEP_WITH_BACKDROP);
        Finding finding = judged.finding(rule)
                .orElseThrow(() -> new HarnessFailure("The execution that broke " + rule + " in " + driver.name()
                        + " does not break it when it is repeated."));
        Outcome outcome = judged.outcome();
        List<KernelEvent> trace = outcome.trace();
        String token = ReplayToken.of(loaded.address(), rule, program, schedule, origin, trace)
                .text();
        return new Counterexample(
                driver,
                finding,
                program,
                schedule,
                operations(outcome.history()),
                outcome.history().history(),
                trace,
                outcome.backdrop(),
                tasks(outcome),
                objects(outcome),
                origin,
                token,
                loaded.classPath());
    }

    private static List<PerformedOperation> operations(HistoryRecorder history) {
        List<PerformedOperation> operations = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            operations.add(new PerformedOperation(
                    history.task(i),
                    history.operation(i),
                    history.response(i),
                    history.afterEvent(i),
                    history.beforeEvent(i)));
        }
        return operations;
    }

    private static List<String> tasks(Outcome outcome) {
        List<String> names = new ArrayList<>();
        for (int task = 0; task < outcome.tasks(); task++) {
            names.add(outcome.names().task(task));
        }
        return names;
    }

    private static SortedMap<Integer, String> objects(Outcome outcome) {
        SortedMap<Integer, String> names = new TreeMap<>();
        for (int object = 1; object <= outcome.objects(); object++) {
            names.put(object, outcome.names().object(object));
        }
        return names;
    }
}
