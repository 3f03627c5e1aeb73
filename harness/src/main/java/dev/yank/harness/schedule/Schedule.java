package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;

/// The decisions of one execution, as the list of those that were not the ordinary one.
///
/// The ordinary decision lets the current task go on; where that task is not runnable, it takes the runnable
/// task with the lowest number. The empty schedule therefore runs one task after the other. Only a task that
/// spins lets the others go first, each in its turn: it would wait for ever for what they do.
///
/// @param preemptions the decisions that were not ordinary, in increasing order
public record Schedule(List<Preemption> preemptions) {

    /// At decision number `decision`, `task` went instead of the ordinary one.
    public record Preemption(int decision, int task) {
        public Preemption {
            if (decision < 0 || task < 0 || task >= Scheduler.MOST_TASKS) {
                throw new IllegalArgumentException("A preemption needs a decision >= 0 and a task from 0 to "
                        + (Scheduler.MOST_TASKS - 1) + ", but got " + decision + ", " + task + ".");
            }
        }
    }

    /// The schedule without any preemption.
    public static final Schedule ORDINARY = new Schedule(List.of());

    public Schedule(List<Preemption> preemptions) {
        this.preemptions = List.copyOf(preemptions);
        for (@Var int i = 1; i < preemptions.size(); i++) {
            if (preemptions.get(i - 1).decision() >= preemptions.get(i).decision()) {
                throw new IllegalArgumentException("The preemptions of a schedule must be in increasing order.");
            }
        }
    }

    /// This schedule without its preemption number `index`.
    public Schedule without(int index) {
        var rest = new ArrayList<>(preemptions);
        rest.remove(index);
        return new Schedule(rest);
    }

    /// The ordinary decision.
    static int ordinary(TaskSet runnable, int current) {
        return runnable.contains(current) ? current : runnable.lowest();
    }

    /// The ordinary decision at which the current task says that it spins: the runnable task with the next
    /// higher number, or else with the lowest.
    static int ordinaryWhenSpinning(TaskSet runnable, int current) {
        int higher = runnable.next(current + 1);
        return higher >= 0 ? higher : runnable.lowest();
    }
}
