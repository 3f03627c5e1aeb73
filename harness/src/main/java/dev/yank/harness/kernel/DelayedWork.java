package dev.yank.harness.kernel;

/// `struct delayed_work`: a work item behind a timer. When the timer expires is the scheduler's choice, so it is not
/// told apart from the wait for a worker.
///
/// Source: `include/linux/workqueue.h`, Linux kernel, T. Heo, 2002-2024.
public final class DelayedWork extends Deferred {

    @Override
    String kind() {
        return "a delayed work item";
    }

    @Override
    boolean sleeps() {
        return true;
    }

    /// `mod_delayed_work` takes the lock of the pool, which the worker takes too.
    @Override
    void armedAgain(Machine machine) {
        machine.publish(this);
    }

    /// `INIT_DELAYED_WORK()`.
    public static void init_delayed_work(DelayedWork work, Runnable function) {
        work.setUp(Machine.current(), function);
    }

    /// Queues the work after a delay.
    ///
    /// @return whether it was queued now: false where it was queued already or is disabled
    public static boolean schedule_delayed_work(DelayedWork work, long delay) {
        return work.arm(Machine.current(), "schedule_delayed_work");
    }

    /// Queues the work, or gives it another delay.
    ///
    /// @return whether it was queued before
    public static boolean mod_delayed_work(DelayedWork work, long delay) {
        return !work.arm(Machine.current(), "mod_delayed_work") && work.isPending();
    }

    /// Whether the work is queued; work that runs is not.
    public static boolean delayed_work_pending(DelayedWork work) {
        Machine.current().use(Access.READ, work, "delayed_work_pending");
        return work.isPending();
    }

    /// Takes the work off the queue; it may still run.
    public static boolean cancel_delayed_work(DelayedWork work) {
        return work.disarm(Machine.current(), "cancel_delayed_work");
    }

    /// Takes the work off the queue and waits for it where it runs. Others may queue it again afterwards.
    public static boolean cancel_delayed_work_sync(DelayedWork work) {
        return work.stop(Machine.current(), "cancel_delayed_work_sync");
    }

    /// As [#cancel_delayed_work_sync], and nobody can queue the work again.
    public static boolean disable_delayed_work_sync(DelayedWork work) {
        work.shutDown(Machine.current(), "disable_delayed_work_sync");
        return cancel_delayed_work_sync(work);
    }

    /// Waits until the work, where it is queued, has run.
    public static void flush_delayed_work(DelayedWork work) {
        work.waitUntilDone(Machine.current(), "flush_delayed_work");
    }
}
