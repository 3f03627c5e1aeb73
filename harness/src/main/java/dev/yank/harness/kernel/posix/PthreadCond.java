package dev.yank.harness.kernel.posix;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;

import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Struct;
import dev.yank.model.trace.EventKind;
import java.util.ArrayDeque;

/// `pthread_cond_t`: threads that gave up a lock and sleep until they are signalled. A signal that finds
/// nobody asleep is lost.
///
/// There are no spurious wake-ups, and of several sleepers the one that has slept longest is signalled, as in
/// the tools that the published subjects were measured with.
public final class PthreadCond extends Struct {

    /// The tasks that sleep, in the order in which they fell asleep.
    private final ArrayDeque<Integer> sleepers = new ArrayDeque<>(4);

    /// Releases `lock`, sleeps until signalled, and takes it again; releasing and falling asleep are one
    /// step.
    public static void pthread_cond_wait(PthreadCond cond, Mutex lock) {
        Machine machine = Machine.current();
        int self = machine.task();
        mutex_unlock(lock);
        cond.sleepers.add(self);
        while (cond.sleepers.contains(self)) {
            machine.block(cond, "a signal");
        }
        mutex_lock(lock);
    }

    /// Wakes the thread that has slept longest, if any sleeps.
    public static void pthread_cond_signal(PthreadCond cond) {
        Machine machine = Machine.current();
        machine.use(cond, "pthread_cond_signal");
        cond.wakeFirst(machine);
    }

    /// Wakes every thread that sleeps.
    public static void pthread_cond_broadcast(PthreadCond cond) {
        Machine machine = Machine.current();
        machine.use(cond, "pthread_cond_broadcast");
        while (!cond.sleepers.isEmpty()) {
            cond.wakeFirst(machine);
        }
    }

    private void wakeFirst(Machine machine) {
        if (!sleepers.isEmpty()) {
            machine.emit(EventKind.WAKE, this, 0, "who waits for a signal");
            machine.unblock(sleepers.remove());
        }
    }
}
