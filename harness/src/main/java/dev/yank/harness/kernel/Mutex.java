package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;

/// `struct mutex`: mutual exclusion whose waiters sleep.
public final class Mutex extends Struct {

    @Var
    private int owner = -1;

    public static void mutex_init(Mutex lock) {
        Machine machine = Machine.current();
        machine.use(lock, "mutex_init");
        lock.initialised(machine, "a mutex");
    }

    public static void mutex_lock(Mutex lock) {
        Machine machine = Machine.current();
        machine.mightSleep("mutex_lock");
        machine.use(lock, "mutex_lock");
        while (lock.owner >= 0) {
            machine.block(lock, "a mutex");
            machine.touch(lock, "mutex_lock");
        }
        lock.owner = machine.task();
        machine.emit(EventKind.LOCK, lock, 0, "a mutex");
    }

    public static void mutex_unlock(Mutex lock) {
        Machine machine = Machine.current();
        machine.use(lock, "mutex_unlock");
        if (lock.owner != machine.task()) {
            machine.emit(EventKind.MISUSE, lock, 0, "mutex_unlock of a lock that it does not hold");
        }
        machine.emit(EventKind.UNLOCK, lock, 0, "a mutex");
        lock.owner = -1;
        machine.wake(lock);
    }
}
