package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;

/// `spinlock_t` and `raw_spinlock_t`: mutual exclusion without sleeping. Its holder is in atomic context.
///
/// Waiting for it is modelled as blocking: a task that spins does nothing that others could see. A task that
/// takes a lock which it holds waits for ever, as on real hardware. Interrupt handlers run on a processor of
/// their own here; that the `irqsave` forms keep them out of the holder's is judged, not played (K3).
public final class Spinlock extends Struct {

    private static final int SPINS = 1;

    @Var
    private int owner = -1;

    /// How interrupts were to its holder before it took the lock.
    @Var
    private int before;

    public static void spin_lock_init(Spinlock lock) {
        Machine machine = Machine.current();
        machine.use(lock, "spin_lock_init");
        lock.initialised(machine, "a spinlock");
    }

    public static void spin_lock(Spinlock lock) {
        lock.take(Machine.current(), 0);
    }

    public static void spin_unlock(Spinlock lock) {
        lock.giveBack(Machine.current());
    }

    /// As [#spin_lock], with interrupts off until [#spin_unlock_irqrestore].
    public static void spin_lock_irqsave(Spinlock lock) {
        lock.take(Machine.current(), Interrupts.OFF);
    }

    public static void spin_unlock_irqrestore(Spinlock lock) {
        lock.giveBack(Machine.current());
    }

    /// As [#spin_lock], with interrupts off until [#spin_unlock_irq].
    public static void spin_lock_irq(Spinlock lock) {
        spin_lock_irqsave(lock);
    }

    public static void spin_unlock_irq(Spinlock lock) {
        spin_unlock_irqrestore(lock);
    }

    /// As [#spin_lock], with timers and tasklets off until [#spin_unlock_bh].
    public static void spin_lock_bh(Spinlock lock) {
        lock.take(Machine.current(), Interrupts.TIMERS_OFF);
    }

    public static void spin_unlock_bh(Spinlock lock) {
        lock.giveBack(Machine.current());
    }

    /// Takes the lock where it is free.
    ///
    /// @return whether it was
    public static boolean spin_trylock(Spinlock lock) {
        Machine machine = Machine.current();
        machine.use(lock, "spin_trylock");
        if (lock.owner >= 0) {
            return false;
        }
        lock.own(machine, 0, Interrupts.TRIED);
        return true;
    }

    private void take(Machine machine, int off) {
        machine.use(this, "spin_lock");
        while (owner >= 0) {
            machine.block(this, "a spinlock");
            machine.touch(this, "spin_lock");
        }
        own(machine, off, 0);
    }

    /// @param off what is switched off from now on
    private void own(Machine machine, int off, int tried) {
        owner = machine.task();
        machine.enterAtomic();
        before = machine.interrupts();
        machine.interrupts(before | off);
        int how = SPINS | before | off | tried | this.declaration(machine) << Interrupts.BITS;
        machine.emit(EventKind.LOCK, this, how, "a spinlock");
    }

    private void giveBack(Machine machine) {
        machine.use(this, "spin_unlock");
        if (owner != machine.task()) {
            machine.emit(EventKind.MISUSE, this, 0, "spin_unlock of a lock that it does not hold");
        }
        machine.emit(EventKind.UNLOCK, this, 0, "a spinlock");
        owner = -1;
        machine.interrupts(before);
        machine.leaveAtomic();
        machine.wake(this);
    }

    public static void raw_spin_lock_init(Spinlock lock) {
        spin_lock_init(lock);
    }

    public static void raw_spin_lock_irqsave(Spinlock lock) {
        spin_lock_irqsave(lock);
    }

    public static void raw_spin_unlock_irqrestore(Spinlock lock) {
        spin_unlock_irqrestore(lock);
    }

    public static void raw_spin_lock(Spinlock lock) {
        spin_lock(lock);
    }

    public static void raw_spin_unlock(Spinlock lock) {
        spin_unlock(lock);
    }
}
