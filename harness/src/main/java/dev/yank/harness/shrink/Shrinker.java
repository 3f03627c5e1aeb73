package dev.yank.harness.shrink;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Pct;
import dev.yank.harness.schedule.RandomWalk;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.shrink.Attempt.Failure;
import java.util.List;
import java.util.Optional;

/// Makes a counterexample small: first the program, then the schedule.
///
/// A smaller program does not fail under the old schedule as a rule, because its decisions are others; so
/// each candidate is tried under the old schedule, under the ordinary one, and under a number of random ones.
/// Once no single cut of the program fails any more, the schedule is searched for with as few preemptions as
/// possible, fewest first.
public final class Shrinker {

    /// The smallest that was found.
    ///
    /// @param program what is performed
    /// @param schedule how
    /// @param attempts how many executions it took
    public record Shrunk(Program program, Schedule schedule, int attempts) {}

    private static final int RANDOM_ATTEMPTS = 120;

    private final Attempt attempt;
    private final int mostAttempts;

    @Var
    private int attempts;

    /// @param mostAttempts how many executions shrinking may take
    public Shrinker(Attempt attempt, int mostAttempts) {
        this.attempt = attempt;
        this.mostAttempts = mostAttempts;
    }

    /// Shrinks a program and schedule that fail.
    public Shrunk shrink(Program program, Failure failure) {
        @Var Program smallest = program;
        @Var Failure how = failure;
        @Var boolean progress = true;
        while (progress && attempts < mostAttempts) {
            progress = false;
            for (Program candidate : Cuts.of(smallest)) {
                Optional<Failure> failed = fails(candidate, how);
                if (failed.isPresent()) {
                    smallest = candidate;
                    how = failed.get();
                    progress = true;
                    break;
                }
            }
        }
        Schedule schedule = fewestPreemptions(smallest, how);
        return new Shrunk(smallest, schedule, attempts);
    }

    private Optional<Failure> fails(Program candidate, Failure before) {
        Optional<Failure> same = perform(candidate, new Replay(before.schedule()), 0);
        if (same.isPresent()) {
            return same;
        }
        Optional<Failure> ordinary = perform(candidate, new Replay(Schedule.ORDINARY), 0);
        if (ordinary.isPresent()) {
            return ordinary;
        }
        List<Strategy> strategies = List.of(new Pct(2), new RandomWalk(), new Pct(3));
        for (int i = 0; i < RANDOM_ATTEMPTS && attempts < mostAttempts; i++) {
            Optional<Failure> random = perform(candidate, strategies.get(i % strategies.size()), SplitMix.derive(7, i));
            if (random.isPresent()) {
                return random;
            }
        }
        return Optional.empty();
    }

    /// First drops preemptions one by one, then looks for a schedule with fewer of them from scratch.
    private Schedule fewestPreemptions(Program program, Failure failure) {
        Failure dropped = dropPreemptions(program, failure);
        int count = dropped.schedule().preemptions().size();
        var search = new FewSwitches(this::perform, program);
        for (int fewer = 0; fewer < count && attempts < mostAttempts; fewer++) {
            Optional<Failure> found = search.withPreemptions(fewer, mostAttempts - attempts);
            if (found.isPresent()) {
                return found.get().schedule();
            }
        }
        return dropped.schedule();
    }

    private Failure dropPreemptions(Program program, Failure failure) {
        @Var Failure smallest = failure;
        @Var boolean progress = true;
        while (progress) {
            progress = false;
            for (int i = smallest.schedule().preemptions().size() - 1; i >= 0 && attempts < mostAttempts; i--) {
                Schedule candidate = smallest.schedule().without(i);
                Optional<Failure> failed = perform(program, new Replay(candidate), 0);
                if (failed.isPresent()
                        && failed.get().schedule().preemptions().size()
                                < smallest.schedule().preemptions().size()) {
                    smallest = failed.get();
                    progress = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private Optional<Failure> perform(Program program, Strategy strategy, long seed) {
        if (attempts >= mostAttempts) {
            return Optional.empty();
        }
        attempts++;
        return attempt.perform(program, strategy, seed);
    }
}
