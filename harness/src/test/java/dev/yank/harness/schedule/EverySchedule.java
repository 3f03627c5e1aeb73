package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;

/// Takes every decision in every way, one execution after the other and depth first, for tests.
///
/// A preemption is a switch away from a task that could go on; where a task spins, it is a preemption not to
/// switch.
public final class EverySchedule implements Strategy {

    /// One decision on the way to the current execution: what was chosen, and what is still to be tried.
    private record Branch(TaskSet runnable, int choice, TaskSet untried) {}

    private final int mostPreemptions;
    private final List<Branch> path = new ArrayList<>();

    @Var
    private int preemptions;

    @Var
    private int relaxed = -1;

    @Var
    private boolean exhausted;

    /// @param mostPreemptions how many preemptions an execution may have
    public EverySchedule(int mostPreemptions) {
        this.mostPreemptions = mostPreemptions;
    }

    @Override
    public String name() {
        return "every schedule";
    }

    /// Whether there is a schedule that was not tried.
    public boolean hasNext() {
        return !exhausted;
    }

    @Override
    public void begin(long seed) {
        preemptions = 0;
        relaxed = -1;
    }

    @Override
    public int next(TaskSet runnable, int current, int decision) {
        boolean spins = relaxed == current;
        relaxed = -1;
        if (decision == path.size()) {
            path.add(branch(runnable, current, spins));
        }
        Branch branch = path.get(decision);
        if (!branch.runnable.equals(runnable)) {
            throw new IllegalStateException("Decision " + decision + " is between other tasks than the last time: what"
                    + " is tested depends on more than the schedule.");
        }
        preemptions += isPreemption(runnable, current, spins, branch.choice) ? 1 : 0;
        return branch.choice;
    }

    @Override
    public void relaxed(int task) {
        relaxed = task;
    }

    @Override
    public void end(int decisions) {
        while (!path.isEmpty() && path.getLast().untried.isEmpty()) {
            path.removeLast();
        }
        if (path.isEmpty()) {
            exhausted = true;
            return;
        }
        Branch last = path.removeLast();
        int choice = last.untried.lowest();
        path.add(new Branch(last.runnable, choice, without(last.untried, choice)));
    }

    private Branch branch(TaskSet runnable, int current, boolean spins) {
        TaskSet all = runnable.copy();
        boolean goesOn = runnable.contains(current);
        if (goesOn && spins) {
            int first = Schedule.ordinaryWhenSpinning(runnable, current);
            TaskSet allowed = preemptions == mostPreemptions ? without(all, current) : all;
            return new Branch(all, first, without(allowed, first));
        }
        int first = Schedule.ordinary(runnable, current);
        boolean bound = goesOn && preemptions == mostPreemptions;
        return new Branch(all, first, bound ? new TaskSet() : without(all, first));
    }

    private static boolean isPreemption(TaskSet runnable, int current, boolean spins, int choice) {
        return runnable.contains(current) && (choice != current) != spins;
    }

    private static TaskSet without(TaskSet tasks, int task) {
        TaskSet rest = tasks.copy();
        rest.remove(task);
        return rest;
    }
}
