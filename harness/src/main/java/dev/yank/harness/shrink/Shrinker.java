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
import dev.yank.harness.shrink.AttemptLog.Phase;
import dev.yank.harness.shrink.FewSwitches.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a counterexample small: program and schedule together.
///
/// What had not begun when the rule was broken is cut first, then processes, operations and the fault. A smaller
/// program does not fail under the old schedule as a rule, because its decisions are others; so each candidate is
/// tried under the old schedule, under the ordinary one, and under a number of random ones. Once no single cut of
/// the program fails any more, the schedule is searched for with as few preemptions as possible, fewest first. In
/// the end every single removal is tried under every schedule with at most as many preemptions; if one fails
/// after all, shrinking goes on from there.
public final class Shrinker {

    /// The smallest that was found.
    ///
    /// @param program what is performed
    /// @param schedule how
    /// @param attempts how many executions it took
    /// @param minimality whether something smaller may fail
    public record Shrunk(Program program, Schedule schedule, int attempts, Minimality minimality) {}

    private static final int RANDOM_ATTEMPTS = 120;

    private final Attempt attempt;
    private final int mostAttempts;
    private final AttemptLog log;

    @Var
    private int attempts;

    @Var
    private Phase phase = Phase.CUT;

    @Var
    private boolean isProven;

    /// @param mostAttempts how many executions shrinking may take; half of them are left for verifying
    /// @param log hears of each
    public Shrinker(Attempt attempt, int mostAttempts, AttemptLog log) {
        this.attempt = attempt;
        this.mostAttempts = mostAttempts;
        this.log = log;
    }

    /// Shrinks a program and schedule that fail.
    public Shrunk shrink(Program program, Failure failure) {
        @Var Program smallest = program;
        @Var Failure how = failure;
        @Var Optional<Candidate> smaller = Optional.of(new Candidate(program, failure));
        while (smaller.isPresent()) {
            Candidate cut = cut(smaller.get());
            smallest = cut.program;
            how = fewestPreemptions(smallest, cut.failure);
            smaller = smallerAfterAll(smallest, how);
        }
        Minimality minimality = isProven ? Minimality.PROVEN : Minimality.NOT_REFUTED;
        return new Shrunk(smallest, how.schedule(), attempts, minimality);
    }

    /// A program and how it fails.
    private record Candidate(Program program, Failure failure) {}

    private Candidate cut(Candidate from) {
        phase = Phase.CUT;
        @Var Candidate smallest = from;
        @Var boolean progress = true;
        while (progress && isWithin(mostAttempts / 2)) {
            progress = false;
            for (Program candidate : candidates(smallest)) {
                Optional<Failure> failed = fails(candidate, smallest.failure);
                if (failed.isPresent()) {
                    smallest = new Candidate(candidate, failed.get());
                    progress = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static List<Program> candidates(Candidate smallest) {
        List<Program> candidates = new ArrayList<>();
        smallest.failure
                .begun()
                .filter(begun -> begun.size() < smallest.program.size())
                .ifPresent(candidates::add);
        candidates.addAll(Cuts.of(smallest.program));
        return candidates;
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
        for (int i = 0; i < RANDOM_ATTEMPTS && isWithin(mostAttempts / 2); i++) {
            Optional<Failure> random = perform(candidate, strategies.get(i % strategies.size()), SplitMix.derive(7, i));
            if (random.isPresent()) {
                return random;
            }
        }
        return Optional.empty();
    }

    /// First drops preemptions one by one, then looks for a schedule with fewer of them from scratch.
    private Failure fewestPreemptions(Program program, Failure failure) {
        phase = Phase.SWITCHES;
        Failure dropped = dropPreemptions(program, failure);
        int count = dropped.schedule().preemptions().size();
        isProven = true;
        if (count == 0) {
            return dropped;
        }
        Search search =
                new FewSwitches(this::perform, program).withAtMost(count - 1, Math.max(0, mostAttempts - attempts));
        isProven = search.isComplete();
        return search.found().orElse(dropped);
    }

    private Failure dropPreemptions(Program program, Failure failure) {
        @Var Failure smallest = failure;
        @Var boolean progress = true;
        while (progress) {
            progress = false;
            for (int i = smallest.schedule().preemptions().size() - 1; i >= 0 && isWithin(mostAttempts); i--) {
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

    /// A program with one thing less that fails under some schedule with at most as many preemptions.
    private Optional<Candidate> smallerAfterAll(Program program, Failure failure) {
        phase = Phase.VERIFY;
        int count = failure.schedule().preemptions().size();
        for (Program removal : Removals.of(program)) {
            Search search =
                    new FewSwitches(this::perform, removal).withAtMost(count, Math.max(0, mostAttempts - attempts));
            if (search.found().isPresent()) {
                return Optional.of(new Candidate(removal, search.found().get()));
            }
            isProven &= search.isComplete();
        }
        return Optional.empty();
    }

    private boolean isWithin(int most) {
        return attempts < most;
    }

    private Optional<Failure> perform(Program program, Strategy strategy, long seed) {
        if (!isWithin(mostAttempts)) {
            return Optional.empty();
        }
        attempts++;
        Optional<Failure> failure = attempt.perform(program, strategy, seed);
        log.attempted(phase, program, strategy.name(), failure.isPresent());
        return failure;
    }
}
