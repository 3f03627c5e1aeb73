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

    @Var
    private boolean relaxed;

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
        relaxed = false;
    }

    @Override
    public int next(long runnable, int current, int decision) {
        boolean spins = relaxed;
        relaxed = false;
        while (position < decisions.length && decisions[position] < decision) {
            position++;
        }
        if (position < decisions.length && decisions[position] == decision) {
            int task = tasks[position++];
            if (Tasks.contains(runnable, task)) {
                return task;
            }
            misfits++;
        }
        return Schedule.ordinary(runnable, current, spins);
    }

    @Override
    public void relaxed(int task) {
        relaxed = true;
    }

    /// How many preemptions named a task that was not runnable.
    public int misfits() {
        return misfits;
    }
}
