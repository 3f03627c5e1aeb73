package dev.yank.harness.kernel;

/// `struct work_struct`: a callback that a kernel worker runs, and that may sleep.
public final class WorkStruct extends Deferred {

    @Override
    String kind() {
        return "a work item";
    }

    @Override
    boolean sleeps() {
        return true;
    }

    /// `queue_work` promises order only where it queues.
    @Override
    void armedAgain(Machine machine) {}

    /// `INIT_WORK()`.
    public static void init_work(WorkStruct work, Runnable function) {
        work.setUp(Machine.current(), function);
    }

    /// Queues the work.
    ///
    /// @return whether it was queued now: false where it was queued already or is disabled
    public static boolean schedule_work(WorkStruct work) {
        return work.arm(Machine.current(), "schedule_work");
    }

    /// Whether the work is queued; work that runs is not.
    public static boolean work_pending(WorkStruct work) {
        Machine.current().use(Access.READ, work, "work_pending");
        return work.isPending();
    }

    /// Takes the work off the queue; it may still run.
    public static boolean cancel_work(WorkStruct work) {
        return work.disarm(Machine.current(), "cancel_work");
    }

    /// Takes the work off the queue and waits for it where it runs, also where it queues itself. Others may
    /// queue it again afterwards.
    public static boolean cancel_work_sync(WorkStruct work) {
        return work.stop(Machine.current(), "cancel_work_sync");
    }

    /// As [#cancel_work_sync], and nobody can queue the work again.
    public static boolean disable_work_sync(WorkStruct work) {
        work.shutDown(Machine.current(), "disable_work_sync");
        return cancel_work_sync(work);
    }

    /// Waits until the work, where it is queued, has run.
    public static void flush_work(WorkStruct work) {
        work.waitUntilDone(Machine.current(), "flush_work");
    }
}
