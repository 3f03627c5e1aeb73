package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Exhaustive;
import dev.yank.harness.schedule.Exhaustive.Reduction;
import dev.yank.model.rule.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Performs each of a list of programs on one driver under every schedule that could come to something else,
/// until all are done, the rule that is sought is broken, or the budget is used up.
///
/// A program is one worker's, so what is found does not depend on how many workers there are.
public final class Exhaustion {

    /// What a search came to.
    ///
    /// @param result what it says about the driver
    /// @param classes how many executions differ in more than the order of steps that do not conflict
    /// @param share how much of the bound was searched, from 0 to 1; an estimate below 1
    public record Outcome(DriverResult result, long classes, double share) {

        /// The sentence that ends a search.
        public String sentence() {
            if (share == 1) {
                return String.format(
                        Locale.ROOT,
                        "bound exhausted: %,d executions, %,d equivalence classes",
                        result.executions(),
                        classes);
            }
            return result.counterexample().isPresent()
                    ? String.format(
                            Locale.ROOT,
                            "ended where the rule was broken: %,d executions, %,d equivalence classes",
                            result.executions(),
                            classes)
                    : String.format(Locale.ROOT, "budget ended at %s %%", percent(share));
        }

        /// Two digits that say something, and never 100 while something is left.
        private static String percent(double share) {
            double percent = 100 * share;
            return percent >= 1
                    ? String.format(Locale.ROOT, "%.1f", Math.min(99.9, percent))
                    : String.format(Locale.ROOT, "%.2g", percent);
        }
    }

    /// Hears how a search is going. May be called from several threads.
    @FunctionalInterface
    public interface Listener {
        /// So many programs are done, and so much of all of them together, from 0 to 1.
        void progresses(int programs, long executions, double share);
    }

    /// One program's part of a search.
    private record Part(Unit.Result result, long classes, double share) {}

    private static final int EXECUTIONS_BETWEEN_NEWS = 2_000;

    private final LoadedDriver driver;
    private final List<Program> programs;
    private final OptionalInt switches;
    private final int workers;
    private final Unit.Goal goal;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger last = new AtomicInteger(Integer.MAX_VALUE);
    private final SortedMap<Integer, Part> parts = new ConcurrentSkipListMap<>();

    /// @param programs what is performed
    /// @param switches how many preemptions a schedule may have; with such a bound nothing is reduced
    public Exhaustion(LoadedDriver driver, List<Program> programs, OptionalInt switches, int workers) {
        this.driver = driver;
        this.programs = List.copyOf(programs);
        this.switches = switches;
        this.workers = workers;
        this.goal = new Unit.Goal(driver.about().breaks(), KeepGoing.UNTIL_CAUGHT);
    }

    /// Searches.
    public Outcome run(Duration duration, Listener listener) {
        Budget budget = Budget.of(duration, Optional.empty());
        long start = System.nanoTime();
        Workers.runAll(workers, _ -> workOrStopAll(budget, listener));
        return conclude((System.nanoTime() - start) / 1e9);
    }

    private void workOrStopAll(Budget budget, Listener listener) {
        try {
            work(budget, listener);
        } catch (RuntimeException | Error failure) {
            last.set(-1);
            throw failure;
        }
    }

    private void work(Budget budget, Listener listener) {
        var explorer = new Explorer(driver);
        for (@Var int number = next.getAndIncrement();
                number < programs.size() && number <= last.get() && !budget.isOver();
                number = next.getAndIncrement()) {
            search(number, explorer, budget, listener);
        }
    }

    private void search(int number, Explorer explorer, Budget budget, Listener listener) {
        Exhaustive search =
                switches.isPresent() ? new Exhaustive(switches.getAsInt()) : new Exhaustive(Reduction.SOURCE_SETS);
        var unit = new Unit(explorer, goal, budget);
        @Var boolean goesOn = true;
        while (goesOn) {
            Unit.Result result = unit.search(programs.get(number), search, EXECUTIONS_BETWEEN_NEWS);
            parts.put(number, new Part(result, search.classes(), search.progress()));
            boolean found = result.sought().isPresent();
            if (found) {
                last.accumulateAndGet(number, Math::min);
            }
            goesOn = !found && !search.isExhausted() && !budget.isOver() && number <= last.get();
            tell(listener);
        }
    }

    private void tell(Listener listener) {
        @Var int done = 0;
        @Var long executions = 0;
        @Var double share = 0;
        for (Part part : parts.values()) {
            done += part.share == 1 ? 1 : 0;
            executions += part.result.executions();
            share += part.share;
        }
        listener.progresses(done, executions, share / programs.size());
    }

    /// Adds up the parts in their order, up to the one in which the rule was broken.
    private Outcome conclude(double seconds) {
        var tally = new Tally(goal);
        @Var long classes = 0;
        @Var double share = 0;
        for (Map.Entry<Integer, Part> entry : parts.entrySet()) {
            if (entry.getKey() > last.get()) {
                break;
            }
            tally.add(entry.getKey(), entry.getValue().result);
            classes += entry.getValue().classes;
            share += entry.getValue().share;
        }
        boolean exhausted = share == programs.size();
        var evidence = new Evidence(driver, new Explorer(driver));
        Optional<Counterexample> counterexample = tally.sighting().map(seen -> evidence.shrink(seen, tally.toFirst()));
        var outcome = new DriverResult(
                driver.about(),
                verdict(counterexample, exhausted),
                tally.executions(),
                seconds,
                tally.toFirst(),
                tally.seen(),
                Verdicts.rules(tally.witnessed(), tally.executions()),
                tally.coverage(),
                new Grouping(evidence, KeepGoing.UNTIL_CAUGHT, driver.about())
                        .groups(tally.groups(), tally.sighting(), counterexample),
                counterexample);
        return new Outcome(outcome, classes, exhausted ? 1 : Math.min(share / programs.size(), Math.nextDown(1.0)));
    }

    private static Verdict verdict(Optional<Counterexample> counterexample, boolean exhausted) {
        if (counterexample.isPresent()) {
            return new Verdict.Violates(List.of(counterexample.get().finding()));
        }
        return exhausted ? new Verdict.Conforms() : new Verdict.Inconclusive("the bound was not exhausted");
    }
}
