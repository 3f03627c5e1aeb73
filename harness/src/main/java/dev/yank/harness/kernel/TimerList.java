package dev.yank.harness.kernel;

/// `struct timer_list`: a callback at a later time, in atomic context. How much later is the scheduler's
/// choice: an armed timer may expire at any scheduling point.
public final class TimerList extends Deferred {

    @Override
    String kind() {
        return "a timer";
    }

    @Override
    boolean sleeps() {
        return false;
    }

    /// `mod_timer` takes the lock of the timer base, which expiry takes too.
    @Override
    void armedAgain(Machine machine) {
        machine.publish(this);
    }

    public static void timer_setup(TimerList timer, Runnable function) {
        timer.setUp(Machine.current(), function);
    }

    /// Arms the timer.
    ///
    /// @return whether it was pending before
    public static boolean mod_timer(TimerList timer, long expires) {
        return !timer.arm(Machine.current(), "mod_timer") && timer.isPending();
    }

    /// Whether the timer is armed; a timer whose callback runs is not.
    public static boolean timer_pending(TimerList timer) {
        Machine.current().use(Access.READ, timer, "timer_pending");
        return timer.isPending();
    }

    /// Disarms the timer; its callback may still run.
    public static boolean timer_delete(TimerList timer) {
        return timer.disarm(Machine.current(), "timer_delete");
    }

    /// Disarms the timer and waits for its callback. On return it is neither armed nor does it run, also
    /// where the callback arms it; others may arm it again.
    public static boolean timer_delete_sync(TimerList timer) {
        return timer.stop(Machine.current(), "timer_delete_sync");
    }

    /// As [#timer_delete_sync], and nobody can arm the timer again.
    public static boolean timer_shutdown_sync(TimerList timer) {
        timer.shutDown(Machine.current(), "timer_shutdown_sync");
        return timer_delete_sync(timer);
    }
}
