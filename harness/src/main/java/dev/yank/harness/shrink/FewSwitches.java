package dev.yank.harness.shrink;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.schedule.TaskSet;
import dev.yank.harness.shrink.Attempt.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks through all schedules of a program with a given number of preemptions, in order.
///
/// Source: M. Musuvathi, S. Qadeer, "Iterative Context Bounding for Systematic Testing of Multithreaded
/// Programs", PLDI 2007.
final class FewSwitches {

    /// Repeats a schedule and notes what else could have been decided.
    private static final class Scout implements Strategy {

        private final Replay replay;
        private final List<TaskSet> runnable = new ArrayList<>();
        private final List<Integer> chosen = new ArrayList<>();

        Scout(Schedule schedule) {
            this.replay = new Replay(schedule);
        }

        @Override
        public String name() {
            return replay.name();
        }

        @Override
        public void begin(long seed) {
            replay.begin(seed);
        }

        @Override
        public void relaxed(int task) {
            replay.relaxed(task);
        }

        @Override
        public int next(TaskSet tasks, int current, int decision) {
            int choice = replay.next(tasks, current, decision);
            runnable.add(tasks.copy());
            chosen.add(choice);
            return choice;
        }
    }

    /// What a search came to.
    ///
    /// @param found a failing schedule, if one was met
    /// @param isComplete whether every schedule in question was tried, where none was met
    record Search(Optional<Failure> found, boolean isComplete) {}

    private final Attempt attempt;
    private final Program program;

    @Var
    private int attemptsLeft;

    FewSwitches(Attempt attempt, Program program) {
        this.attempt = attempt;
        this.program = program;
    }

    /// A failing schedule with exactly `count` preemptions, if there is one among the first `mostAttempts` of
    /// them.
    Search withPreemptions(int count, int mostAttempts) {
        attemptsLeft = mostAttempts;
        Optional<Failure> found = extend(Schedule.ORDINARY, count);
        return new Search(found, attemptsLeft >= 0);
    }

    /// A failing schedule with at most `count` preemptions, those with the fewest first.
    Search withAtMost(int count, int mostAttempts) {
        @Var int left = mostAttempts;
        for (int preemptions = 0; preemptions <= count; preemptions++) {
            Search search = withPreemptions(preemptions, left);
            if (search.found.isPresent() || !search.isComplete) {
                return search;
            }
            left = attemptsLeft;
        }
        return new Search(Optional.empty(), true);
    }

    private Optional<Failure> extend(Schedule prefix, int more) {
        if (--attemptsLeft < 0) {
            return Optional.empty();
        }
        var scout = new Scout(prefix);
        Optional<Failure> failed = attempt.perform(program, scout, 0);
        if (failed.isPresent() || more == 0) {
            return failed;
        }
        int first = prefix.preemptions().isEmpty()
                ? 0
                : prefix.preemptions().getLast().decision() + 1;
        for (int decision = first; decision < scout.runnable.size() && attemptsLeft >= 0; decision++) {
            TaskSet others = scout.runnable.get(decision);
            others.remove(scout.chosen.get(decision));
            for (@Var int task = others.next(0); task >= 0; task = others.next(task + 1)) {
                var preemptions = new ArrayList<>(prefix.preemptions());
                preemptions.add(new Schedule.Preemption(decision, task));
                Optional<Failure> found = extend(new Schedule(preemptions), more - 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
