package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;

/// Runs the tasks of one execution one step at a time, asking a [Strategy] whom to run.
///
/// All tasks share the carrier thread that called [#run]; only one of them runs at any time, and it keeps
/// running until it reaches a scheduling point at which the strategy names another, until it blocks, or until
/// it ends. A task that is never resumed is simply forgotten: its `finally` blocks do not run.
public final class Scheduler {

    private static final ContinuationScope SCOPE = new ContinuationScope("yank");

    /// Why [#run] came back.
    public enum Ending {
        /// No task is runnable: all have ended or are blocked.
        QUIESCENT,
        /// A task called [#stop].
        STOPPED,
        /// The execution had more steps than it may have.
        STEP_LIMIT
    }

    private static final class Task {
        final String name;
        final Continuation continuation;

        Task(String name, Continuation continuation) {
            this.name = name;
            this.continuation = continuation;
        }
    }

    private final Strategy strategy;
    private final int stepLimit;
    private final Task[] tasks = new Task[Tasks.MOST];

    @Var
    private byte[] chosen = new byte[128];

    @Var
    private byte[] ordinary = new byte[128];

    @Var
    private int taskCount;

    @Var
    private long runnable;

    @Var
    private long ended;

    @Var
    private int current = -1;

    @Var
    private int next = -1;

    @Var
    private int decisions;

    @Var
    private int steps;

    @Var
    private boolean stopped;

    @Var
    private boolean limited;

    /// Whether the decision that is being taken is one of a task that spins.
    @Var
    private boolean spins;

    /// @param stepLimit how many scheduling points an execution may pass before it is given up
    public Scheduler(Strategy strategy, int stepLimit) {
        this.strategy = strategy;
        this.stepLimit = stepLimit;
    }

    /// Adds a task that is runnable from now on, and returns its number; numbers are given in order from 0.
    public int spawn(String name, Runnable body) {
        if (taskCount == Tasks.MOST) {
            throw new IllegalStateException("An execution cannot have more than " + Tasks.MOST + " tasks.");
        }
        int task = taskCount++;
        tasks[task] = new Task(name, new Continuation(SCOPE, body));
        runnable |= Tasks.only(task);
        return task;
    }

    /// Runs until no task is runnable, a task stops the execution, or it has taken too many steps. Can be
    /// called again after more tasks were spawned or unblocked.
    public Ending run() {
        while (runnable != 0 && !stopped) {
            if (!Tasks.contains(runnable, next)) {
                next = decide();
            }
            int task = next;
            next = -1;
            current = task;
            tasks[task].continuation.run();
            if (tasks[task].continuation.isDone()) {
                runnable &= ~Tasks.only(task);
                ended |= Tasks.only(task);
            }
        }
        if (!stopped) {
            return Ending.QUIESCENT;
        }
        return limited ? Ending.STEP_LIMIT : Ending.STOPPED;
    }

    /// A scheduling point of the running task: another may go first.
    public void point() {
        if (++steps > stepLimit) {
            limited = true;
            stop();
        }
        long candidates = runnable;
        if ((candidates & (candidates - 1)) == 0) {
            return;
        }
        int choice = decide();
        if (choice != current) {
            next = choice;
            Continuation.yield(SCOPE);
        }
    }

    /// The running task spins: others should go first.
    public void relax() {
        if ((runnable & (runnable - 1)) != 0) { // else there is nobody to go first
            strategy.relaxed(current);
            spins = true;
        }
        point();
        spins = false;
    }

    /// Blocks the running task until somebody unblocks it.
    public void block() {
        runnable &= ~Tasks.only(current);
        Continuation.yield(SCOPE);
    }

    /// Makes blocked tasks runnable again.
    public void unblock(long blocked) {
        runnable |= blocked & ~ended;
    }

    /// Ends the execution here; the running task never goes on.
    public void stop() {
        stopped = true;
        Continuation.yield(SCOPE);
        throw new IllegalStateException("A stopped execution was resumed.");
    }

    /// The number of the running task, or of the one that ran last.
    public int current() {
        return current;
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
    public long blocked() {
        long all = taskCount == Tasks.MOST ? -1L : (1L << taskCount) - 1;
        return all & ~runnable & ~ended;
    }

    /// Where a task that does not run is, innermost frame first; empty where it has ended.
    public List<StackTraceElement> stackOf(int task) {
        return Tasks.contains(ended, task)
                ? List.of()
                : tasks[task]
                        .continuation
                        .stackWalker()
                        .walk(frames -> frames.map(StackWalker.StackFrame::toStackTraceElement)
                                .toList());
    }

    /// The name under which a task was spawned.
    public String nameOf(int task) {
        return tasks[task].name;
    }

    /// What was decided, as a schedule that [Replay] repeats.
    public Schedule schedule() {
        List<Schedule.Preemption> preemptions = new ArrayList<>();
        for (@Var int decision = 0; decision < decisions; decision++) {
            if (chosen[decision] != ordinary[decision]) {
                preemptions.add(new Schedule.Preemption(decision, chosen[decision]));
            }
        }
        return new Schedule(preemptions);
    }

    private int decide() {
        if ((runnable & (runnable - 1)) == 0) {
            return Tasks.lowest(runnable);
        }
        int decision = decisions++;
        int choice = strategy.next(runnable, current, decision);
        if (decision == chosen.length) {
            chosen = Arrays.copyOf(chosen, 2 * decision);
            ordinary = Arrays.copyOf(ordinary, 2 * decision);
        }
        chosen[decision] = (byte) choice;
        ordinary[decision] = (byte)
                (spins ? Schedule.ordinaryWhenSpinning(runnable, current) : Schedule.ordinary(runnable, current));
        spins = false;
        return choice;
    }
}
