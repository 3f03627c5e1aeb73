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
    private record Branch(long runnable, int choice, long untried) {}

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
    public int next(long runnable, int current, int decision) {
        boolean spins = relaxed == current;
        relaxed = -1;
        if (decision == path.size()) {
            path.add(branch(runnable, current, spins));
        }
        Branch branch = path.get(decision);
        if (branch.runnable != runnable) {
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
        while (!path.isEmpty() && path.getLast().untried == 0) {
            path.removeLast();
        }
        if (path.isEmpty()) {
            exhausted = true;
            return;
        }
        Branch last = path.removeLast();
        int choice = Tasks.lowest(last.untried);
        path.add(new Branch(last.runnable, choice, last.untried & ~Tasks.only(choice)));
    }

    private Branch branch(long runnable, int current, boolean spins) {
        boolean goesOn = Tasks.contains(runnable, current);
        if (goesOn && spins) {
            long others = runnable & ~Tasks.only(current);
            long later = others & -Tasks.only(current);
            int first = Tasks.lowest(later == 0 ? others : later);
            long allowed = preemptions == mostPreemptions ? others : runnable;
            return new Branch(runnable, first, allowed & ~Tasks.only(first));
        }
        int first = Schedule.ordinary(runnable, current);
        boolean bound = goesOn && preemptions == mostPreemptions;
        return new Branch(runnable, first, bound ? 0 : runnable & ~Tasks.only(first));
    }

    private static boolean isPreemption(long runnable, int current, boolean spins, int choice) {
        return Tasks.contains(runnable, current) && (choice != current) != spins;
    }
}
