package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.List;

/// One decision on the way to the current execution of an exhaustive search: what is taken, what was taken
/// before, and what is still to be.
final class Branch {

    /// A task whose step from here is known to lead to nothing new until a step that conflicts with it.
    static final class Sleeper {
        final int task;

        /// What that step does.
        final long[] accesses;

        /// How many locations had been given out before it.
        final int locations;

        Sleeper(int task, long[] accesses, int locations) {
            this.task = task;
            this.accesses = accesses;
            this.locations = locations;
        }
    }

    final TaskSet runnable;
    final TaskSet allowed;

    /// How many steps were taken before.
    final int step;

    /// How many switches were made before that count against the bound.
    final int switches;

    /// What is to be taken, done or not.
    final TaskSet wanted = new TaskSet();

    final TaskSet done = new TaskSet();
    final TaskSet asleep = new TaskSet();
    final List<Sleeper> sleepers;

    @Var
    int choice;

    Branch(TaskSet runnable, TaskSet allowed, int step, int switches, List<Sleeper> sleepers) {
        this.runnable = runnable;
        this.allowed = allowed;
        this.step = step;
        this.switches = switches;
        this.sleepers = sleepers;
        for (Sleeper sleeper : sleepers) {
            asleep.add(sleeper.task);
        }
    }

    /// The next that is wanted, and neither done nor asleep; -1 if there is none.
    int untried() {
        for (@Var int task = wanted.next(0); task >= 0; task = wanted.next(task + 1)) {
            if (!done.contains(task) && !asleep.contains(task)) {
                return task;
            }
        }
        return -1;
    }

    /// How many are to be taken in all, so far as is known.
    int width() {
        @Var int width = 0;
        for (@Var int task = wanted.next(0); task >= 0; task = wanted.next(task + 1)) {
            width += asleep.contains(task) && !done.contains(task) ? 0 : 1;
        }
        return Math.max(1, width);
    }
}
