package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes every schedule that could come to something else, one after the other and depth first, and then says
/// that it has.
///
/// Two executions come to the same if they differ only in the order of steps that do not conflict. Without
/// reduction every schedule is taken. With it, one of each class is enough: where two conflicting steps lie
/// side by side, the search goes back to the first and lets the second come before it, unless something that
/// may begin such an execution is taken there anyway (source sets); and a task whose step from some place on
/// was looked into sleeps until another step conflicts with it (sleep sets). What conflicts is known from
/// what each step did, not from what it announced, so nothing depends on guesses.
///
/// An execution that ends early because something was found hides what the other tasks would have done next;
/// therefore each of them also goes before the step that found it. Spinning tasks are scheduled fairly.
///
/// A bound on switches, which are preemptions, leaves schedules out on purpose. Reduction and bound are not
/// combined: the schedules of one class need different numbers of switches.
///
/// Sources: C. Flanagan, P. Godefroid, "Dynamic Partial-Order Reduction for Model Checking Software", POPL
/// 2005; P. Abdulla, S. Aronis, B. Jonsson, K. Sagonas, "Optimal Dynamic Partial Order Reduction", POPL 2014
/// (source sets); P. Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems", 1996
/// (sleep sets).
public final class Exhaustive implements Strategy, Observer {

    /// Whether one schedule of each class is enough.
    public enum Reduction {
        NONE,
        SOURCE_SETS
    }

    /// As many switches as there may be.
    public static final int ANY_SWITCHES = Integer.MAX_VALUE;

    private final Reduction reduction;
    private final int mostSwitches;
    private final HappensBefore order = new HappensBefore();
    private final Fairness fairness = new Fairness();
    private final List<Branch> path = new ArrayList<>();
    private final List<Branch.Sleeper> sleepers = new ArrayList<>();
    private final LongSet classes = new LongSet();
    private final TaskSet initials = new TaskSet();

    @Var
    private int[] firstInFuture = new int[16];

    @Var
    private int depth;

    @Var
    private int switches;

    @Var
    private int spinner = -1;

    /// Whether a task that sleeps took a step: only it could.
    @Var
    private boolean redundant;

    @Var
    private boolean abandoned;

    @Var
    private boolean exhausted;

    @Var
    private long executions;

    /// A search without a bound on switches.
    public Exhaustive(Reduction reduction) {
        this(reduction, ANY_SWITCHES);
    }

    /// Every schedule with at most so many switches, without reduction.
    public Exhaustive(int mostSwitches) {
        this(Reduction.NONE, mostSwitches);
    }

    private Exhaustive(Reduction reduction, int mostSwitches) {
        this.reduction = reduction;
        this.mostSwitches = mostSwitches;
    }

    @Override
    public String name() {
        return mostSwitches == ANY_SWITCHES ? "exhaustive" : "exhaustive(" + mostSwitches + ")";
    }

    @Override
    public Observer observer() {
        return this;
    }

    @Override
    public boolean isExhausted() {
        return exhausted;
    }

    /// How many executions there were, those included that were given up.
    public long executions() {
        return executions;
    }

    /// How many of them differ in more than the order of steps that do not conflict.
    public long classes() {
        return classes.size();
    }

    /// The share of the search that is over, from 0 to 1: each branch is taken to be as big as those beside it.
    /// New branches may still be found, so it can fall.
    ///
    /// Source of the estimate: D. Knuth, "Estimating the Efficiency of Backtrack Programs", 1975.
    public double progress() {
        if (exhausted) {
            return 1;
        }
        @Var double share = 1;
        @Var double sum = 0;
        for (Branch branch : path) {
            share /= branch.width();
            sum += share * branch.done.size();
        }
        return sum;
    }

    @Override
    public void begin(long seed) {
        order.keep(path.isEmpty() ? 0 : path.getLast().step);
        fairness.clear();
        sleepers.clear();
        depth = 0;
        switches = 0;
        spinner = -1;
        redundant = false;
        abandoned = false;
    }

    @Override
    public void spawned(int task, int by, int location) {
        order.spawned(task, by, location);
    }

    @Override
    public void accessed(long access) {
        order.accessed(access);
    }

    @Override
    public void steps(int task, int locations) {
        settle();
        order.steps(task, locations);
        fairness.steps(task);
        redundant |= sleepers.removeIf(sleeper -> sleeper.task == task);
    }

    @Override
    public void relaxed(int task) {
        spinner = task;
    }

    @Override
    public void announced(int task, long access) {
        if (task == spinner && access == Access.ANYTHING) {
            fairness.spins(task);
        }
    }

    /// Something was found in the step that is being taken: the others go before it too.
    @Override
    public void stopped() {
        settle();
        if (order.steps() > 0) {
            int decision = order.decision(order.steps() - 1);
            if (decision >= 0 && reduction == Reduction.SOURCE_SETS) {
                path.get(decision).wanted.addAll(path.get(decision).allowed);
            }
        }
    }

    @Override
    public int next(TaskSet runnable, int current, int decision) {
        settle();
        TaskSet allowed = fairness.allowed(runnable, current);
        if (depth == path.size()) {
            Branch made = branch(runnable, allowed, current);
            if (made.choice < 0) {
                abandoned = true;
                return ABANDON;
            }
            path.add(made);
        }
        Branch branch = path.get(depth++);
        if (!branch.runnable.equals(runnable)) {
            throw new IllegalStateException("Decision " + decision + " is between other tasks than the last time: what"
                    + " is tested depends on more than the schedule.");
        }
        if (depth == path.size()) {
            sleepers.clear();
            sleepers.addAll(branch.sleepers);
        }
        switches += costs(branch.choice, branch.allowed, current) ? 1 : 0;
        spinner = -1;
        order.decided(decision);
        return branch.choice;
    }

    @Override
    public void end(int decisions) {
        settle();
        executions++;
        if (!abandoned && !redundant) {
            classes.add(order.fingerprint());
        }
        while (!path.isEmpty()) {
            Branch last = path.getLast();
            if (reduction == Reduction.SOURCE_SETS) {
                last.sleepers.add(
                        new Branch.Sleeper(last.choice, order.accesses(last.step), order.locations(last.step)));
            }
            last.done.add(last.choice);
            last.choice = last.untried();
            if (last.choice >= 0) {
                return;
            }
            path.removeLast();
        }
        exhausted = true;
    }

    private Branch branch(TaskSet runnable, TaskSet allowed, int current) {
        var branch = new Branch(runnable.copy(), allowed.copy(), order.steps(), switches, new ArrayList<>(sleepers));
        int ordinary = spinner == current && spinner >= 0
                ? Schedule.ordinaryWhenSpinning(runnable, current)
                : Schedule.ordinary(runnable, current);
        @Var int first = branch.allowed.contains(ordinary) && !branch.asleep.contains(ordinary) ? ordinary : -1;
        for (@Var int task = allowed.next(0); task >= 0; task = allowed.next(task + 1)) {
            if (switches + (costs(task, branch.allowed, current) ? 1 : 0) <= mostSwitches) {
                if (reduction == Reduction.NONE) {
                    branch.wanted.add(task);
                }
                first = first < 0 && !branch.asleep.contains(task) ? task : first;
            }
        }
        branch.choice = redundant ? -1 : first;
        if (first >= 0) {
            branch.wanted.add(first);
        }
        return branch;
    }

    /// Whether it is a switch to let `task` go: away from one that could go on and does not spin, or the
    /// reverse.
    private boolean costs(int task, TaskSet allowed, int current) {
        return allowed.contains(current) && (task == current) == (spinner == current);
    }

    /// The last step is over: who sleeps until it wakes up, and what it could change places with is noted.
    private void settle() {
        if (!order.order() || reduction == Reduction.NONE) {
            return;
        }
        sleepers.removeIf(sleeper -> order.lastConflictsWith(sleeper.accesses, sleeper.locations));
        for (int race = 0; race < order.races(); race++) {
            int decision = order.decision(order.race(race));
            if (decision >= 0 && order.couldGoWithout(order.race(race))) {
                reverse(order.race(race), path.get(decision));
            }
        }
    }

    /// Makes sure that from before step `first` on something is taken that can lead to the last step coming
    /// before it.
    private void reverse(int first, Branch branch) {
        findInitials(first, branch);
        for (@Var int task = initials.next(0); task >= 0; task = initials.next(task + 1)) {
            if (branch.wanted.contains(task)) {
                return;
            }
        }
        int last = order.task(order.steps() - 1);
        if (initials.contains(last)) {
            branch.wanted.add(last);
        } else if (!initials.isEmpty()) {
            branch.wanted.add(initials.lowest());
        }
    }

    /// The tasks that can begin an execution of the steps after `first` that do not come after it, and of the
    /// last one.
    private void findInitials(int first, Branch branch) {
        initials.clear();
        if (firstInFuture.length < order.tasks()) {
            firstInFuture = new int[2 * order.tasks()];
        }
        Arrays.fill(firstInFuture, 0);
        int last = order.steps() - 1;
        for (int step = first + 1; step <= last; step++) {
            int task = order.task(step);
            if ((step == last || !order.isBefore(first, step)) && firstInFuture[task] == 0) {
                if (!comesAfterFuture(step, task) && branch.allowed.contains(task)) {
                    initials.add(task);
                }
                firstInFuture[task] = order.index(step);
            }
        }
    }

    private boolean comesAfterFuture(int step, int task) {
        for (int other = 0; other < order.tasks(); other++) {
            if (other != task && firstInFuture[other] != 0 && order.clock(step, other) >= firstInFuture[other]) {
                return true;
            }
        }
        return false;
    }
}
