package dev.yank.harness.kernel;

/// `struct tasklet_struct`: a callback in softirq context, which must not sleep.
///
/// Source: `include/linux/interrupt.h`, Linux kernel, L. Torvalds, I. Molnar, A. Kuznetsov, 1999-2024.
public final class TaskletStruct extends Deferred {

    @Override
    String kind() {
        return "a tasklet";
    }

    @Override
    boolean sleeps() {
        return false;
    }

    /// `tasklet_schedule` tests and sets a bit, which orders.
    @Override
    void armedAgain(Machine machine) {
        machine.publish(this);
    }

    public static void tasklet_setup(TaskletStruct tasklet, Runnable callback) {
        tasklet.setUp(Machine.current(), callback);
    }

    /// Schedules the tasklet unless it is.
    public static void tasklet_schedule(TaskletStruct tasklet) {
        tasklet.arm(Machine.current(), "tasklet_schedule");
    }

    /// Whether the tasklet is scheduled (`TASKLET_STATE_SCHED`); one that runs is not.
    public static boolean tasklet_is_scheduled(TaskletStruct tasklet) {
        Machine.current().use(Access.READ, tasklet, "tasklet_is_scheduled");
        return tasklet.isPending();
    }

    /// Waits until the tasklet neither runs nor is scheduled; others may schedule it again.
    public static void tasklet_kill(TaskletStruct tasklet) {
        tasklet.stop(Machine.current(), "tasklet_kill");
    }
}
