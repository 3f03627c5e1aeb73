package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;

/// Takes the decisions of a recorded [Schedule], and ordinary ones elsewhere.
///
/// A preemption that names a task which is not runnable is passed over and counted by [#misfits]: while
/// shrinking that is common and harmless; when a token is replayed it says that program, driver or harness
/// are not those recorded.
public final class Replay implements Strategy {

    private final int[] decisions;
    private final int[] tasks;

    @Var
    private int position;

    @Var
    private int misfits;

    /// The task that said just now that it spins, or -1.
    @Var
    private int spinner = -1;

    public Replay(Schedule schedule) {
        this.decisions = schedule.preemptions().stream()
                .mapToInt(Schedule.Preemption::decision)
                .toArray();
        this.tasks = schedule.preemptions().stream()
                .mapToInt(Schedule.Preemption::task)
                .toArray();
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public void begin(long seed) {
        position = 0;
        misfits = 0;
        spinner = -1;
    }

    @Override
    public void relaxed(int task) {
        spinner = task;
    }

    @Override
    public int next(TaskSet runnable, int current, int decision) {
        boolean spins = current == spinner;
        spinner = -1;
        while (position < decisions.length && decisions[position] < decision) {
            position++;
        }
        if (position < decisions.length && decisions[position] == decision) {
            int task = tasks[position++];
            if (runnable.contains(task)) {
                return task;
            }
            misfits++;
        }
        return spins ? Schedule.ordinaryWhenSpinning(runnable, current) : Schedule.ordinary(runnable, current);
    }

    /// How many preemptions named a task that was not runnable.
    public int misfits() {
        return misfits;
    }
}
