package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.Explorer.Judged;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.shrink.Attempt.Failure;
import dev.yank.harness.shrink.AttemptLog;
import dev.yank.harness.shrink.Minimality;
import dev.yank.harness.shrink.Shrinker;
import dev.yank.harness.sim.HistoryRecorder;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// Turns an execution that broke a rule into a [Counterexample].
public final class Evidence {

    private static final int MOST_ATTEMPTS = 40_000;

    private final LoadedDriver loaded;
    private final DriverUnderTest driver;
    private final Explorer explorer;
    private final AttemptLog log;

    /// @param explorer performs programs on the same driver
    public Evidence(LoadedDriver loaded, Explorer explorer) {
        this(loaded, explorer, AttemptLog.SILENT);
    }

    /// @param log hears of every attempt to make something smaller
    Evidence(LoadedDriver loaded, Explorer explorer, AttemptLog log) {
        this.loaded = loaded;
        this.driver = loaded.about();
        this.explorer = explorer;
        this.log = log;
    }

    /// The smallest counterexample for the rule of the sighting that the same oracle sees, wherever in the driver.
    ///
    /// @param execution the number of the sighting among the executions of its driver
    Counterexample shrink(Sighting sighting, long execution) {
        return shrink(
                sighting,
                execution,
                (judged, finding) ->
                        judged.oracle(finding) == sighting.signature().oracle());
    }

    /// The smallest counterexample with the very signature of the sighting.
    Counterexample shrinkAlike(Sighting sighting, long execution) {
        return shrink(sighting, execution, exactly(sighting));
    }

    private Counterexample shrink(Sighting sighting, long execution, BiPredicate<Judged, Finding> same) {
        Shrinker.Shrunk shrunk = new Shrinker(
                        (program, strategy, seed) -> attempt(sighting.rule(), same, program, strategy, seed),
                        MOST_ATTEMPTS,
                        log)
                .shrink(sighting.program(), new Failure(sighting.schedule(), sighting.decisions()));
        Origin origin = origin(sighting, execution).with(shrunk.minimality());
        return of(sighting.rule(), same, shrunk.program(), shrunk.schedule(), origin);
    }

    private static BiPredicate<Judged, Finding> exactly(Sighting sighting) {
        return (judged, finding) -> judged.signature(finding).equals(sighting.signature());
    }

    /// The counterexample that the sighting is, as it was found.
    Counterexample unshrunk(Sighting sighting, long execution) {
        return of(
                sighting.rule(),
                exactly(sighting),
                sighting.program(),
                sighting.schedule(),
                origin(sighting, execution));
    }

    private static Origin origin(Sighting sighting, long execution) {
        return new Origin(
                execution,
                sighting.strategy(),
                sighting.program().size(),
                sighting.program().processes().size(),
                sighting.schedule().preemptions().size(),
                Minimality.UNKNOWN,
                sighting.shape());
    }

    private Optional<Failure> attempt(
            RuleId rule, BiPredicate<Judged, Finding> same, Program program, Strategy strategy, long seed) {
        Judged judged = explorer.run(program, strategy, seed, Tracing.JUDGE_ONLY);
        return judged.isViolation() && finding(judged, rule, same).isPresent()
                ? Optional.of(new Failure(
                        judged.outcome().schedule(),
                        judged.outcome().decisions(),
                        Optional.of(begun(program, judged.outcome().history()))))
                : Optional.empty();
    }

    /// The program without operations that were never invoked.
    private static Program begun(Program program, HistoryRecorder history) {
        int setUp = program.processes().size();
        @Var Program begun = program.withSetUp(invokedBy(setUp, history));
        for (int process = 0; process < setUp; process++) {
            begun = begun.withProcess(process, invokedBy(process, history));
        }
        return begun;
    }

    private static List<DeviceOperation> invokedBy(int process, HistoryRecorder history) {
        List<DeviceOperation> operations = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (history.process(i) == process) {
                operations.add(history.operation(i));
            }
        }
        return operations;
    }

    private static Optional<Finding> finding(Judged judged, RuleId rule, BiPredicate<Judged, Finding> same) {
        return judged.findings().stream()
                .filter(finding -> finding.rule().equals(rule) && same.test(judged, finding))
                .findFirst();
    }

    /// The counterexample of one program and schedule.
    ///
    /// @throws HarnessFailure where they do not break the rule
    public Counterexample of(RuleId rule, Program program, Schedule schedule, Origin origin) {
        return of(rule, (_, _) -> true, program, schedule, origin);
    }

    private Counterexample of(
            RuleId rule, BiPredicate<Judged, Finding> same, Program program, Schedule schedule, Origin origin) {
        Judged judged = explorer.run(program, new Replay(schedule), 0, Tracing.KEEP_WITH_BACKDROP);
        Finding finding = finding(judged, rule, same)
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
