package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.function.BooleanSupplier;

/// `wait_queue_head_t`: tasks that sleep until a condition holds.
///
/// As in the kernel a task joins the queue before it looks at the condition, so that a wake-up between the
/// look and the sleep is not lost; and whoever makes the condition true must call [#wake_up].
public final class WaitQueueHead extends Struct {

    /// How many tasks are in the queue.
    @Var
    private int queued;

    /// How often everybody in it was woken.
    @Var
    private int wakings;

    public static void init_waitqueue_head(WaitQueueHead queue) {
        Machine machine = Machine.current();
        machine.use(queue, "init_waitqueue_head");
        queue.initialised(machine, "a wait queue");
    }

    /// Sleeps until `condition` holds.
    public static void wait_event(WaitQueueHead queue, BooleanSupplier condition) {
        Machine machine = Machine.current();
        machine.mightSleep("wait_event");
        @Var boolean holds = false;
        Kthread.sleepsIn(machine, queue);
        while (!holds) {
            machine.use(queue, "wait_event");
            queue.queued++;
            int before = queue.wakings;
            holds = condition.getAsBoolean();
            machine.accesses(Access.WRITE, queue);
            if (!holds) {
                machine.touch(queue, "wait_event");
                if (queue.wakings == before) {
                    machine.block(queue, "a wake-up");
                }
                machine.observe(queue);
            }
            queue.queued -= queue.wakings == before ? 1 : 0;
        }
        Kthread.sleepsIn(machine, null);
    }

    /// As [#wait_event]; nobody sends signals here, so that it always answers 0.
    public static int wait_event_interruptible(WaitQueueHead queue, BooleanSupplier condition) {
        wait_event(queue, condition);
        return 0;
    }

    /// Wakes every task in the queue, so that each looks at its condition again.
    public static void wake_up(WaitQueueHead queue) {
        Machine machine = Machine.current();
        machine.use(queue, "wake_up");
        queue.wake(machine);
    }

    /// As [#wake_up].
    public static void wake_up_all(WaitQueueHead queue) {
        wake_up(queue);
    }

    /// Wakes without a scheduling point, for use inside the kernel.
    void wake(Machine machine) {
        if (queued != 0) {
            machine.emit(EventKind.WAKE, this, 0, "the sleepers");
            queued = 0;
            wakings++;
            machine.wake(this);
        } else {
            machine.emit(EventKind.WAKE_NOBODY, this, 0, "");
        }
    }
}
