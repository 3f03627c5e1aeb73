package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// A callback that the kernel runs later in a task of its own: a timer, a tasklet or a work item.
///
/// Between pending and running there is no gap: the callback stops being pending when it begins to run.
/// `pending` is therefore not the same as "not stopped".
public abstract sealed class Deferred extends Struct permits DelayedWork, TaskletStruct, TimerList, WorkStruct {

    @Var
    private @Nullable Runnable callback;

    @Var
    private int task = -1;

    @Var
    private boolean pending;

    @Var
    private boolean running;

    @Var
    private boolean shutDown;

    @Override
    public final void yank$adopt(Memory memory) {
        super.yank$adopt(memory);
        memory.embeds(this);
    }

    abstract String kind();

    /// Whether the callback may sleep.
    abstract boolean sleeps();

    final boolean canRun() {
        return pending || running;
    }

    final boolean isPending() {
        return pending;
    }

    final void setUp(Machine machine, Runnable function) {
        machine.use(this, kind());
        initialised(machine, kind());
        callback = function;
        pending = false;
        shutDown = false;
    }

    /// Makes the callback pending unless it is, or was shut down.
    ///
    /// @return whether it became pending now
    final boolean arm(Machine machine, String function) {
        machine.use(this, function);
        if (callback == null) {
            machine.emit(EventKind.MISUSE, this, 0, function + " before it was set up");
        }
        if (shutDown) {
            return false;
        }
        if (pending) {
            armedAgain(machine);
            return false;
        }
        pending = true;
        machine.emit(EventKind.ARM, this, 0, kind());
        if (task < 0) {
            task = machine.serve(kind(), this::serve);
        } else {
            machine.unblock(task);
        }
        return true;
    }

    /// It was pending already and stays so.
    abstract void armedAgain(Machine machine);

    /// Makes the callback not pending.
    ///
    /// @return whether it was pending before
    final boolean disarm(Machine machine, String function) {
        machine.use(this, function);
        boolean before = pending;
        pending = false;
        machine.emit(EventKind.DISARM, this, 0, kind());
        return before;
    }

    final void shutDown(Machine machine, String function) {
        machine.use(this, function);
        shutDown = true;
    }

    /// Makes the callback not pending and waits until it does not run. A callback that makes itself pending
    /// again meanwhile is stopped too, as in the kernel.
    ///
    /// @return whether it was pending
    final boolean stop(Machine machine, String function) {
        boolean before = disarm(machine, function);
        machine.mightSleep(function);
        while (running) {
            machine.block(this, kind() + " to end");
        }
        boolean again = pending;
        pending = false;
        machine.join(this);
        return before || again;
    }

    /// Waits until the callback neither runs nor is about to.
    final void waitUntilDone(Machine machine, String function) {
        machine.mightSleep(function);
        machine.use(this, function);
        while (pending || running) {
            machine.block(this, kind() + " to end");
        }
        machine.join(this);
    }

    private void serve() {
        Machine machine = Machine.current();
        while (true) {
            machine.accesses(Access.READ, this);
            while (!pending) {
                machine.idle();
                machine.accesses(Access.READ, this);
            }
            machine.point(Access.WRITE, this);
            if (pending) {
                runOnce(machine);
            }
        }
    }

    private void runOnce(Machine machine) {
        pending = false;
        running = true;
        machine.beginsAnew();
        machine.emit(EventKind.ASYNC_ENTER, this, 0, kind());
        if (!sleeps()) {
            machine.enterAtomic();
            machine.interrupts(Interrupts.TIMERS_OFF | Interrupts.TIMER);
        }
        if (callback != null) {
            callback.run();
        }
        if (!sleeps()) {
            machine.leaveAtomic();
        }
        machine.emit(EventKind.ASYNC_EXIT, this, 0, kind());
        running = false;
        machine.accesses(Access.WRITE, this);
        machine.wake(this);
    }
}
