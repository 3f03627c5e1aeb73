package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;

/// `struct rw_semaphore`: many readers or one writer; waiters sleep. A waiting writer keeps new readers out,
/// as the kernel's does.
public final class RwSemaphore extends Struct {

    @Var
    private int readers;

    @Var
    private int writer = -1;

    @Var
    private int waitingWriters;

    public static void init_rwsem(RwSemaphore semaphore) {
        Machine machine = Machine.current();
        machine.use(semaphore, "init_rwsem");
        semaphore.initialised(machine, "an rwsem");
    }

    public static void down_read(RwSemaphore semaphore) {
        Machine machine = Machine.current();
        machine.mightSleep("down_read");
        machine.use(semaphore, "down_read");
        while (semaphore.writer >= 0 || semaphore.waitingWriters > 0) {
            semaphore.sleep(machine, "down_read");
        }
        semaphore.readers++;
        machine.emit(EventKind.GUARD_ENTER, semaphore, 0, "an rwsem for reading");
    }

    public static void up_read(RwSemaphore semaphore) {
        Machine machine = Machine.current();
        machine.use(semaphore, "up_read");
        if (semaphore.readers == 0) {
            machine.emit(EventKind.MISUSE, semaphore, 0, "up_read of an rwsem that nobody holds for reading");
        }
        semaphore.readers--;
        machine.emit(EventKind.GUARD_EXIT, semaphore, 0, "an rwsem for reading");
        machine.wake(semaphore);
    }

    public static void down_write(RwSemaphore semaphore) {
        Machine machine = Machine.current();
        machine.mightSleep("down_write");
        machine.use(semaphore, "down_write");
        semaphore.waitingWriters++;
        while (semaphore.writer >= 0 || semaphore.readers > 0) {
            semaphore.sleep(machine, "down_write");
        }
        semaphore.waitingWriters--;
        semaphore.writer = machine.task();
        machine.emit(EventKind.LOCK, semaphore, 0, "an rwsem for writing");
    }

    public static void up_write(RwSemaphore semaphore) {
        Machine machine = Machine.current();
        machine.use(semaphore, "up_write");
        if (semaphore.writer != machine.task()) {
            machine.emit(EventKind.MISUSE, semaphore, 0, "up_write of an rwsem that it does not hold for writing");
        }
        semaphore.writer = -1;
        machine.emit(EventKind.UNLOCK, semaphore, 0, "an rwsem for writing");
        machine.wake(semaphore);
    }

    private void sleep(Machine machine, String function) {
        machine.block(this, "an rwsem");
        machine.touch(this, function);
    }
}
