package dev.yank.harness.run;

import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Verdict;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.Handle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// One driver, explored until the rule that it is known to break is seen broken, or, if none is known, any
/// rule; or until the budget is used up.
final class Trial {

    private static final Handle HANDLE = new Handle(0, 0);

    private final LoadedDriver driver;
    private final TrialSettings settings;
    private final Progress progress;
    private final long seed;

    private final AtomicInteger nextUnit = new AtomicInteger();
    private final AtomicInteger lastUnit = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicLong undecided = new AtomicLong();
    private final Unit.Goal goal;
    private final Tally tally;

    Trial(LoadedDriver driver, TrialSettings settings, Progress progress) {
        this.driver = driver;
        this.settings = settings;
        this.progress = progress;
        this.goal = new Unit.Goal(driver.about().breaks(), settings.keepGoing());
        this.tally = new Tally(goal);
        this.seed = SplitMix.derive(settings.seed(), driver.about().name().hashCode());
    }

    /// Explores, and shrinks what was found.
    DriverResult run(Duration duration) {
        progress.begins(driver.about());
        Budget budget = Budget.of(duration, settings.executions());
        long start = System.nanoTime();
        Workers.runAll(settings.workers(), worker -> workOrStopAll(worker, budget));
        double seconds = (System.nanoTime() - start) / 1e9;
        DriverResult result = conclude(seconds);
        progress.ends(result);
        return result;
    }

    /// Explores on this thread, and shrinks nothing.
    Hunted hunt(Budget budget) {
        work(explorer(0), budget);
        Optional<RuleId> broken =
                tally.toFirst() == 0 ? Optional.empty() : tally.sighting().map(Sighting::rule);
        return new Hunted(broken, broken.isPresent() ? tally.toFirst() : tally.executions());
    }

    /// Where one worker fails, nothing will be concluded: the others need not go on.
    private void workOrStopAll(int worker, Budget budget) {
        try {
            work(explorer(worker), budget);
        } catch (RuntimeException | Error failure) {
            lastUnit.set(-1);
            throw failure;
        }
    }

    private void work(Explorer explorer, Budget budget) {
        int most = settings.executions()
                .map(executions -> (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(executions, Unit.SCHEDULES)))
                .orElse(Integer.MAX_VALUE);
        while (!budget.isOver() && !Thread.currentThread().isInterrupted()) {
            int number = nextUnit.getAndIncrement();
            if (number > lastUnit.get() || number > most) {
                break;
            }
            Unit.Result result = perform(new Unit(explorer, goal, budget), number);
            tally.add(number, result);
            progress.executed(driver.about(), result.executions());
            if (goal.isReachedBy(result.sought())) {
                lastUnit.accumulateAndGet(number, Math::min);
            }
        }
        undecided.addAndGet(explorer.undecided());
    }

    private Explorer explorer(int worker) {
        return new Explorer(
                driver, settings.blackBox().map(box -> box.slot(worker)).orElse(null));
    }

    private Unit.Result perform(Unit unit, int number) {
        long unitSeed = SplitMix.derive(seed, number);
        if (number == 0) {
            return unit.sweepAndFailNewCallSites(
                    driver.restrict(sweepProgram()), i -> withoutFault(SplitMix.derive(unitSeed, i)), unitSeed);
        }
        ProgramSource programs = settings.programs();
        Program program = driver.restrict(programs.program(driver.about().device(), unitSeed));
        Optional<Shape> shape = programs.shape(driver.about().device(), unitSeed);
        return unit.explore(program, shape, settings.strategy(), unitSeed, Unit.SCHEDULES);
    }

    private Program withoutFault(long programSeed) {
        return driver.restrict(settings.programs().program(driver.about().device(), programSeed))
                .withFaultAt(0);
    }

    /// Binds, and binds again where the first time failed; opens, polls and closes.
    private static Program sweepProgram() {
        List<DeviceOperation> operations = List.of(new Open(HANDLE), new Poll(HANDLE), new Close(HANDLE));
        return new Program(List.of(new Probe(0), new Probe(0)), List.of(operations), 0);
    }

    private DriverResult conclude(double seconds) {
        long executions = tally.executions();
        long toFirst = tally.toFirst();
        SortedSet<RuleId> rules = Verdicts.rules(tally.witnessed(), executions);
        var evidence = new Evidence(driver, explorer(0), settings.shrinking().about(driver.about()));
        tally.sighting().ifPresent(seen -> progress.found(driver.about(), seen));
        Optional<Counterexample> counterexample = tally.sighting().map(seen -> evidence.shrink(seen, toFirst));
        List<FindingGroup> groups = new Grouping(evidence, settings.keepGoing(), driver.about())
                .groups(tally.groups(), tally.sighting(), counterexample);
        Verdict verdict = Verdicts.of(driver.about(), driver.leftOut(), counterexample, rules, undecided.get());
        return new DriverResult(
                driver.about(),
                verdict,
                executions,
                seconds,
                toFirst,
                tally.seen(),
                rules,
                tally.coverage(),
                groups,
                counterexample);
    }
}
