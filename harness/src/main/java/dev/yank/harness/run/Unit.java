package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.coverage.UnitCoverage;
import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import dev.yank.harness.run.Explorer.Judged;
import dev.yank.harness.run.NewCallSites.Failing;
import dev.yank.harness.schedule.Exhaustive;
import dev.yank.harness.schedule.RandomWalk;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.RuleId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// A piece of a trial that depends on nothing but the seed and its number: one random program under some
/// schedules, or, as number 0, the fault sweep. So a trial comes to the same whoever does which unit.
final class Unit {

    /// How many schedules a program is performed under.
    static final int SCHEDULES = 60;

    private static final String FAULT_SWEEP = "fault sweep";
    private static final int SCHEDULES_A_FAULT = 3;

    private static final int FIRST_CHECKS_OF_DETERMINISM = 1;

    /// What a unit came to.
    ///
    /// @param executions how many there were
    /// @param witnessed the rules exercised, as bits
    /// @param seen how many executions broke each rule
    /// @param sought the first that broke the rule that is sought
    /// @param other the first that broke another rule
    /// @param groups the findings by what they have in common
    /// @param coverage what was exercised
    record Result(
            long executions,
            long witnessed,
            SortedMap<RuleId, Long> seen,
            Optional<Sighting> sought,
            Optional<Sighting> other,
            SortedMap<Signature, SightingGroup> groups,
            UnitCoverage coverage) {}

    private final Explorer explorer;
    private final Goal goal;
    private final Budget budget;
    private final SortedMap<Signature, SightingGroup> groups = new TreeMap<>();
    private final SortedMap<RuleId, Long> seen = new TreeMap<>();
    private final UnitCoverage coverage = new UnitCoverage();

    @Var
    private long executions;

    @Var
    private long witnessed;

    @Var
    private Optional<Shape> shape = Optional.empty();

    @Var
    private Optional<Sighting> sought = Optional.empty();

    @Var
    private Optional<Sighting> other = Optional.empty();

    /// What a trial looks for.
    ///
    /// @param rule the rule that is sought; empty for any
    /// @param keepGoing whether seeing it broken ends the unit, where one is sought
    record Goal(Optional<RuleId> rule, KeepGoing keepGoing) {

        boolean isReachedBy(Optional<Sighting> sighting) {
            return switch (keepGoing) {
                case UNTIL_CAUGHT -> rule.isPresent() && sighting.isPresent();
                case UNTIL_BROKEN -> sighting.isPresent();
                case ALWAYS -> false;
            };
        }

        private boolean isAbout(RuleId broken) {
            return rule.isEmpty() || rule.get().equals(broken);
        }
    }

    Unit(Explorer explorer, Goal goal, Budget budget) {
        this.explorer = explorer;
        this.goal = goal;
        this.budget = budget;
    }

    /// One program under many schedules.
    ///
    /// @param drawnFrom the shape that the program was drawn from, where it was drawn
    Result explore(Program program, Optional<Shape> drawnFrom, String strategyName, long seed, int schedules) {
        shape = drawnFrom;
        Strategy strategy = Strategies.create(strategyName);
        for (int i = 0; i < schedules && goesOn() && !strategy.isExhausted(); i++) {
            perform(program, strategy, SplitMix.derive(seed, i), strategy::name);
            if (i < FIRST_CHECKS_OF_DETERMINISM) {
                checkDeterminism(program);
            }
        }
        return result();
    }

    /// One program under the next schedules of a search, at most so many; can be called again to go on.
    Result search(Program program, Exhaustive search, int most) {
        for (int i = 0; i < most && goesOn() && !search.isExhausted(); i++) {
            perform(program, search, 0, search::name);
        }
        return result();
    }

    /// Makes every acquisition of `program` fail in turn.
    Result sweep(Program program, long seed) {
        int acquisitions = explorer.run(program, new Replay(Schedule.ORDINARY), 0, Tracing.JUDGE_ONLY)
                .outcome()
                .acquisitions();
        for (int fault = 0; fault <= acquisitions && goesOn(); fault++) {
            Program faulty = program.withFaultAt(fault);
            perform(faulty, new Replay(Schedule.ORDINARY), 0, () -> FAULT_SWEEP);
            for (int i = 0; i < SCHEDULES_A_FAULT && goesOn(); i++) {
                perform(faulty, new RandomWalk(), SplitMix.derive(seed, i), () -> FAULT_SWEEP);
            }
        }
        return result();
    }

    /// After that, makes every acquisition fail that the sweep did not meet: from each call site once, in the first
    /// of some programs that meets it.
    Result sweepAndFailNewCallSites(Program swept, IntFunction<Program> programs, long seed) {
        sweep(swept, seed);
        var sites = new NewCallSites(explorer, programs, seed);
        sites.skip(swept);
        @Var Optional<Failing> next = goesOn() ? sites.next() : Optional.empty();
        while (next.isPresent() && goesOn()) {
            perform(next.get().program(), new Replay(next.get().schedule()), 0, () -> FAULT_SWEEP);
            next = sites.next();
        }
        return result();
    }

    private boolean goesOn() {
        return !goal.isReachedBy(sought) && !budget.isOver();
    }

    private void perform(Program program, Strategy strategy, long seed, Supplier<String> strategyName) {
        Judged judged = explorer.run(program, strategy, seed, coverage.tracing());
        executions++;
        witnessed |= judged.outcome().witnessed();
        coverage.add(judged.outcome(), judged.witnessed());
        if (judged.isViolation()) {
            note(program, judged, strategyName.get());
        }
    }

    private void note(Program program, Judged judged, String strategy) {
        Outcome outcome = judged.outcome();
        Schedule schedule = outcome.schedule();
        for (Finding finding : judged.findings()) {
            seen.merge(finding.rule(), 1L, Long::sum);
            Signature signature = judged.signature(finding);
            var sighting = new Sighting(signature, program, shape, schedule, outcome.decisions(), strategy, executions);
            SightingGroup one = SightingGroup.of(sighting);
            groups.merge(signature, one, (group, _) -> group.and(one, 0));
            if (goal.isAbout(finding.rule())) {
                sought = sought.isEmpty() ? Optional.of(sighting) : sought;
            } else {
                other = other.isEmpty() ? Optional.of(sighting) : other;
            }
        }
    }

    /// Performs the program once more, and again under the schedule of that execution, and compares every
    /// event.
    private void checkDeterminism(Program program) {
        Judged first = explorer.run(program, new RandomWalk(), executions, Tracing.JUDGE_ONLY);
        Outcome outcome = first.outcome();
        long fingerprint = outcome.fingerprint();
        int events = outcome.events();
        Schedule schedule = outcome.schedule();
        Outcome second = explorer.run(program, new Replay(schedule), 0, Tracing.JUDGE_ONLY)
                .outcome();
        if (second.fingerprint() != fingerprint || second.events() != events) {
            throw new HarnessFailure(
                    "An execution could not be repeated: the same program and schedule gave a trace of " + events
                            + " events and then a different one of " + second.events()
                            + "; look for a mutable static, an identity hash or an unordered collection in the"
                            + " driver.");
        }
    }

    private Result result() {
        return new Result(executions, witnessed, seen, sought, other, groups, coverage);
    }
}
