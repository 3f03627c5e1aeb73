package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `<linux/kthread.h>`: a thread of the kernel, which runs a function of the driver until that returns.
///
/// Source: `kernel/kthread.c`, Linux kernel, R. Russell, 2004.
public final class Kthread extends Struct {

    private final String name;

    @Var
    private int task = -1;

    @Var
    private boolean shouldStop;

    @Var
    private boolean ended;

    /// Where it sleeps, or is about to.
    @Var
    private @Nullable WaitQueueHead sleepsIn;

    private Kthread(String name) {
        this.name = name;
    }

    /// Starts a thread.
    ///
    /// @return the thread, or null
    public static @Nullable Kthread kthread_run(Runnable threadfn, String name) {
        Machine machine = Machine.current();
        machine.mightSleep("kthread_run");
        machine.point(Access.READ, Shared.ACQUISITIONS, 0);
        if (!machine.mayAcquire("kthread_run")) {
            return null;
        }
        var thread = new Kthread(name);
        machine.threads.add(thread);
        machine.emit(EventKind.ARM, thread, 0, "thread " + name);
        thread.task = machine.serve("thread " + name, () -> thread.run(threadfn));
        return thread;
    }

    private void run(Runnable threadfn) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, this);
        if (!shouldStop) {
            machine.beginsAnew();
            machine.emit(EventKind.ASYNC_ENTER, this, 0, "thread " + name);
            threadfn.run();
            machine.emit(EventKind.ASYNC_EXIT, this, 0, "thread " + name);
        }
        ended = true;
        machine.accesses(Access.WRITE, this);
        machine.wake(this);
    }

    /// Whether somebody waits in [#kthread_stop] for the running thread to return.
    public static boolean kthread_should_stop() {
        Machine machine = Machine.current();
        Kthread thread = current(machine);
        if (thread == null) {
            return false;
        }
        machine.point(Access.READ, thread);
        machine.observe(thread);
        return thread.shouldStop;
    }

    /// Tells the thread to stop, wakes it, and waits until its function has returned. A thread that has returned
    /// before anybody told it to is no more, and must not be named here.
    ///
    /// @return 0
    public static int kthread_stop(Kthread thread) {
        Machine machine = Machine.current();
        machine.mightSleep("kthread_stop");
        machine.point(Access.WRITE, thread);
        if (thread.ended && !thread.shouldStop) {
            machine.emit(EventKind.MISUSE, thread, 0, "kthread_stop of a thread that has ended by itself");
        }
        machine.publish(thread);
        thread.shouldStop = true;
        WaitQueueHead queue = thread.sleepsIn;
        if (queue != null) {
            machine.accesses(Access.WRITE, queue);
            queue.wake(machine);
        }
        while (!thread.ended) {
            machine.block(thread, "a thread to end");
        }
        machine.join(thread);
        return 0;
    }

    /// The running task, if it is such a thread, sleeps in `queue` or in none.
    static void sleepsIn(Machine machine, @Nullable WaitQueueHead queue) {
        Kthread thread = current(machine);
        if (thread != null) {
            machine.accesses(Access.WRITE, thread);
            thread.sleepsIn = queue;
        }
    }

    private static @Nullable Kthread current(Machine machine) {
        int task = machine.task();
        for (Kthread thread : machine.threads) {
            if (thread.task == task) {
                return thread;
            }
        }
        return null;
    }
}
