package dev.yank.harness.schedule;

/// Takes every schedule without a preemption, then those with one, then with two, up to a bound. A preemption
/// is a switch away from a task that could go on; which task goes where one blocks or ends costs nothing.
///
/// Source: M. Musuvathi, S. Qadeer, "Iterative Context Bounding for Systematic Testing of Multithreaded
/// Programs", PLDI 2007.
public final class PreemptionBounded implements Strategy {

    private final int bound;
    private final Deviations schedules;

    /// @param bound how many preemptions a schedule may have
    public PreemptionBounded(int bound) {
        this.bound = bound;
        this.schedules = new Deviations(PreemptionBounded::cost, bound);
    }

    private static int cost(int task, TaskSet runnable, int current, int ordinary, boolean spins) {
        boolean goesOn = task == current;
        return runnable.contains(current) && goesOn == spins ? 1 : 0;
    }

    @Override
    public String name() {
        return "preemption(" + bound + ")";
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
