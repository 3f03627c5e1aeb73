package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;

/// `spinlock_t` and `raw_spinlock_t`: mutual exclusion without sleeping. Its holder is in atomic context.
///
/// Waiting for it is modelled as blocking: a task that spins does nothing that others could see. A task that
/// takes a lock which it holds waits for ever, as on real hardware. Interrupt handlers run on a processor of
/// their own here, so the `irqsave` forms differ from the plain ones in name only.
public final class Spinlock extends Struct {

    @Var
    private int owner = -1;

    public static void spin_lock_init(Spinlock lock) {
        Machine machine = Machine.current();
        machine.use(lock, "spin_lock_init");
        lock.initialised(machine, "a spinlock");
    }

    public static void spin_lock(Spinlock lock) {
        Machine machine = Machine.current();
        machine.use(lock, "spin_lock");
        while (lock.owner >= 0) {
            machine.block(lock, "a spinlock");
            machine.touch(lock, "spin_lock");
        }
        lock.owner = machine.task();
        machine.enterAtomic();
        machine.emit(EventKind.LOCK, lock, 0, "a spinlock");
    }

    public static void spin_unlock(Spinlock lock) {
        Machine machine = Machine.current();
        machine.use(lock, "spin_unlock");
        if (lock.owner != machine.task()) {
            machine.emit(EventKind.MISUSE, lock, 0, "spin_unlock of a lock that it does not hold");
        }
        machine.emit(EventKind.UNLOCK, lock, 0, "a spinlock");
        lock.owner = -1;
        machine.leaveAtomic();
        machine.wake(lock);
    }

    public static void spin_lock_irqsave(Spinlock lock) {
        spin_lock(lock);
    }

    public static void spin_unlock_irqrestore(Spinlock lock) {
        spin_unlock(lock);
    }

    public static void raw_spin_lock_init(Spinlock lock) {
        spin_lock_init(lock);
    }

    public static void raw_spin_lock_irqsave(Spinlock lock) {
        spin_lock(lock);
    }

    public static void raw_spin_unlock_irqrestore(Spinlock lock) {
        spin_unlock(lock);
    }

    public static void raw_spin_lock(Spinlock lock) {
        spin_lock(lock);
    }

    public static void raw_spin_unlock(Spinlock lock) {
        spin_unlock(lock);
    }
}
