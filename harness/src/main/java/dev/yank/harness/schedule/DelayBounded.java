package dev.yank.harness.schedule;

/// Takes the schedule of a fixed scheduler, then those in which it is delayed once, then twice, up to a
/// bound. The fixed scheduler lets a task go on until it blocks, ends or spins, and then takes the next one
/// (after the highest number the lowest); a delay passes over the task whose turn it is.
///
/// Source: M. Emmi, S. Qadeer, Z. Rakamarić, "Delay-Bounded Scheduling", POPL 2011.
public final class DelayBounded implements Strategy {

    private final int bound;
    private final Deviations schedules;

    /// @param bound how often a schedule may be delayed
    public DelayBounded(int bound) {
        this.bound = bound;
        this.schedules = new Deviations(DelayBounded::cost, bound);
    }

    /// How many runnable tasks are passed over in the circle that begins with `ordinary`.
    private static int cost(int task, TaskSet runnable, int current, int ordinary, boolean spins) {
        return task >= ordinary
                ? count(runnable, ordinary, task)
                : count(runnable, ordinary, Integer.MAX_VALUE) + count(runnable, 0, task);
    }

    private static int count(TaskSet runnable, int from, int to) {
        int first = runnable.next(from);
        return first < 0 || first >= to ? 0 : 1 + count(runnable, first + 1, to);
    }

    @Override
    public String name() {
        return "delay(" + bound + ")";
    }

    @Override
    public void begin(long seed) {
        schedules.begin(seed);
    }

    @Override
    public int next(TaskSet runnable, int current, int decision) {
        return schedules.next(runnable, current, decision);
    }

    @Override
    public void relaxed(int task) {
        schedules.relaxed(task);
    }

    @Override
    public boolean isExhausted() {
        return schedules.isExhausted();
    }
}
