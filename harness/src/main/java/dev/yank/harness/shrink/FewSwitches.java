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

    private final Attempt attempt;
    private final Program program;

    FewSwitches(Attempt attempt, Program program) {
        this.attempt = attempt;
        this.program = program;
    }

    /// A failing schedule with exactly `count` preemptions, if there is one among the first `mostAttempts` of
    /// them.
    Optional<Failure> withPreemptions(int count, int mostAttempts) {
        return extend(Schedule.ORDINARY, count, new int[] {mostAttempts});
    }

    private Optional<Failure> extend(Schedule prefix, int more, int[] attemptsLeft) {
        if (attemptsLeft[0]-- <= 0) {
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
        for (int decision = first; decision < scout.runnable.size(); decision++) {
            TaskSet others = scout.runnable.get(decision);
            others.remove(scout.chosen.get(decision));
            for (@Var int task = others.next(0); task >= 0; task = others.next(task + 1)) {
                var preemptions = new ArrayList<>(prefix.preemptions());
                preemptions.add(new Schedule.Preemption(decision, task));
                Optional<Failure> found = extend(new Schedule(preemptions), more - 1, attemptsLeft);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
