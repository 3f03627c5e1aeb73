package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;
import org.jspecify.annotations.Nullable;

/// Runs the tasks of one execution one step at a time, asking a [Strategy] whom to run.
///
/// All tasks share the carrier thread that called [#run]; only one of them runs at any time, and it keeps
/// running until it reaches a scheduling point at which the strategy names another, until it blocks, or until
/// it ends. A task that is never resumed is simply forgotten: its `finally` blocks do not run.
public final class Scheduler {

    /// How many tasks an execution can have.
    public static final int MOST_TASKS = 4_096;

    private static final int FIRST_TASKS = 16;
    private static final ContinuationScope SCOPE = new ContinuationScope("yank");

    /// Why [#run] came back.
    public enum Ending {
        /// No task is runnable: all have ended or are blocked.
        QUIESCENT,
        /// A task called [#stop].
        STOPPED,
        /// The execution had more steps than it may have.
        STEP_LIMIT,
        /// The strategy gave it up: whatever comes is known already.
        ABANDONED
    }

    private static final class Task {
        final String name;
        final Continuation continuation;

        /// Whether it runs stands here: who blocks and who unblocks the same task do not come to the same in
        /// either order.
        final int location;

        Task(String name, Continuation continuation, int location) {
            this.name = name;
            this.continuation = continuation;
            this.location = location;
        }
    }

    private final Strategy strategy;
    private final @Nullable Observer observer;
    private final int stepLimit;
    private final @Nullable DecisionLog log;
    private final TaskSet runnable = new TaskSet();

    @Var
    private @Nullable Task[] tasks = new Task[FIRST_TASKS];

    @Var
    private short[] chosen = new short[128];

    @Var
    private short[] ordinary = new short[128];

    /// How many locations were given out.
    @Var
    private int locations = Access.FIRST_LOCATION;

    @Var
    private int taskCount;

    @Var
    private int current = -1;

    @Var
    private int next = -1;

    @Var
    private int decisions;

    @Var
    private int steps;

    /// Whether a task runs just now.
    @Var
    private boolean runs;

    @Var
    private boolean stopped;

    @Var
    private boolean limited;

    @Var
    private boolean abandoned;

    /// Whether the decision that is being taken is one of a task that spins.
    @Var
    private boolean spins;

    /// A scheduler for the execution that the strategy began last.
    ///
    /// @param stepLimit how many scheduling points an execution may pass before it is given up
    public Scheduler(Strategy strategy, int stepLimit) {
        this(strategy, stepLimit, null);
    }

    /// @param stepLimit how many scheduling points an execution may pass before it is given up
    /// @param log hears of every decision
    public Scheduler(Strategy strategy, int stepLimit, @Nullable DecisionLog log) {
        this.strategy = strategy;
        this.observer = strategy.observer();
        this.stepLimit = stepLimit;
        this.log = log;
    }

    /// Adds a task that is runnable from now on, and returns its number; numbers are given in order from 0.
    public int spawn(String name, Runnable body) {
        if (taskCount == MOST_TASKS) {
            throw new IllegalStateException("An execution cannot have more than " + MOST_TASKS + " tasks.");
        }
        int task = taskCount++;
        if (task == tasks.length) {
            tasks = Arrays.copyOf(tasks, 2 * task);
        }
        tasks[task] = new Task(name, new Continuation(SCOPE, body), newLocation());
        runnable.add(task);
        if (observer != null) {
            observer.spawned(task, runs ? current : -1, task(task).location);
        }
        return task;
    }

    /// Runs until no task is runnable, a task stops the execution, or it has taken too many steps. Can be
    /// called again after more tasks were spawned or unblocked.
    public Ending run() {
        while (!runnable.isEmpty() && !stopped) {
            if (!runnable.contains(next)) {
                next = decide();
                if (abandoned) {
                    break;
                }
            }
            current = next;
            next = -1;
            Continuation continuation = task(current).continuation;
            stepBegins();
            runs = true;
            continuation.run();
            runs = false;
            if (continuation.isDone()) {
                runnable.remove(current);
            }
        }
        if (!stopped) {
            return Ending.QUIESCENT;
        }
        return abandoned ? Ending.ABANDONED : limited ? Ending.STEP_LIMIT : Ending.STOPPED;
    }

    /// A scheduling point of the running task before something about which nothing is known: another may go
    /// first.
    public void point() {
        point(Access.ANYTHING);
    }

    /// A scheduling point of the running task: another may go first.
    ///
    /// @param access what the running task is about to do
    public void point(long access) {
        if (++steps > stepLimit) {
            limited = true;
            stop();
        }
        if (observer != null) {
            observer.announced(current, access);
        }
        if (runnable.hasSeveral()) {
            int choice = decide();
            if (abandoned) {
                Continuation.yield(SCOPE);
            }
            if (choice != current) {
                next = choice;
                Continuation.yield(SCOPE);
                accessed(access);
                return;
            }
        }
        if (observer != null) {
            stepBegins();
            observer.accessed(access);
        }
    }

    /// The running task spins: it waits for what others do, and they should go first.
    public void relax() {
        relax(Access.ANYTHING);
    }

    /// Others should go first, though the running task does not wait for them.
    ///
    /// @param access what the running task is about to do
    public void relax(long access) {
        if (runnable.hasSeveral()) { // else there is nobody to go first
            strategy.relaxed(current);
            spins = true;
        }
        point(access);
        spins = false;
    }

    /// Blocks the running task until somebody unblocks it; nothing is known about what it will do then.
    public void block() {
        block(Access.ANYTHING);
    }

    /// Blocks the running task until somebody unblocks it.
    ///
    /// @param access what it will do first once it is unblocked
    public void block(long access) {
        runnable.remove(current);
        if (observer != null) {
            observer.accessed(Access.write(task(current).location, 0));
            observer.announced(current, access);
        }
        Continuation.yield(SCOPE);
        if (observer != null) {
            observer.accessed(Access.write(task(current).location, 0));
            observer.accessed(access);
        }
    }

    /// Makes a blocked task runnable again. To unblock one that is not blocked does nothing.
    public void unblock(int task) {
        Task other = task(task);
        if (observer != null) {
            observer.accessed(Access.add(other.location, 0));
        }
        if (!runnable.contains(task) && !other.continuation.isDone()) {
            runnable.add(task);
        }
    }

    /// Ends the execution here; the running task never goes on.
    public void stop() {
        stopped = true;
        if (observer != null && !limited) {
            observer.stopped();
        }
        Continuation.yield(SCOPE);
        throw new IllegalStateException("A stopped execution was resumed.");
    }

    /// Whether somebody is told what the tasks do; if not, nobody needs to say it.
    public boolean isObserved() {
        return observer != null;
    }

    /// What the step that is being taken does, besides what its task said before.
    public void accessed(long access) {
        if (observer != null) {
            observer.accessed(access);
        }
    }

    /// A new location, for [Access].
    public int newLocation() {
        return locations++;
    }

    /// The number of the running task, or of the one that ran last.
    public int current() {
        return current;
    }

    /// Whether the strategy gave the execution up.
    public boolean isAbandoned() {
        return abandoned;
    }

    /// How many scheduling points were passed.
    public int steps() {
        return steps;
    }

    /// How many decisions were taken.
    public int decisions() {
        return decisions;
    }

    /// How many tasks there are.
    public int taskCount() {
        return taskCount;
    }

    /// The tasks that are neither runnable nor at their end.
    public TaskSet blocked() {
        var blocked = new TaskSet();
        for (int task = 0; task < taskCount; task++) {
            if (!runnable.contains(task) && !task(task).continuation.isDone()) {
                blocked.add(task);
            }
        }
        return blocked;
    }

    /// Where a task that does not run is, innermost frame first; empty where it has ended.
    public List<StackTraceElement> stackOf(int task) {
        Continuation continuation = task(task).continuation;
        return continuation.isDone()
                ? List.of()
                : continuation
                        .stackWalker()
                        .walk(frames -> frames.map(StackWalker.StackFrame::toStackTraceElement)
                                .toList());
    }

    /// The name under which a task was spawned.
    public String nameOf(int task) {
        return task(task).name;
    }

    /// What was decided, as a schedule that [Replay] repeats.
    public Schedule schedule() {
        List<Schedule.Preemption> preemptions = new ArrayList<>();
        for (int decision = 0; decision < decisions; decision++) {
            if (chosen[decision] != ordinary[decision]) {
                preemptions.add(new Schedule.Preemption(decision, chosen[decision]));
            }
        }
        return new Schedule(preemptions);
    }

    private Task task(int task) {
        Task found = tasks[task];
        if (found == null) {
            throw new IllegalArgumentException("There is no task " + task + ".");
        }
        return found;
    }

    private void stepBegins() {
        if (observer != null) {
            observer.steps(current, locations);
        }
    }

    private int decide() {
        if (!runnable.hasSeveral()) {
            return runnable.lowest();
        }
        int decision = decisions++;
        int choice = strategy.next(runnable, current, decision);
        if (choice == Strategy.ABANDON) {
            decisions--;
            stopped = true;
            abandoned = true;
            return current;
        }
        if (decision == chosen.length) {
            chosen = Arrays.copyOf(chosen, 2 * decision);
            ordinary = Arrays.copyOf(ordinary, 2 * decision);
        }
        chosen[decision] = (short) choice;
        ordinary[decision] = (short)
                (spins ? Schedule.ordinaryWhenSpinning(runnable, current) : Schedule.ordinary(runnable, current));
        spins = false;
        if (log != null) {
            log.decided(decision, choice, ordinary[decision]);
        }
        return choice;
    }
}
