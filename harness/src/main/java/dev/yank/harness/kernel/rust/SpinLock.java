package dev.yank.harness.kernel.rust;

import static dev.yank.harness.kernel.Spinlock.spin_lock;
import static dev.yank.harness.kernel.Spinlock.spin_lock_irq;
import static dev.yank.harness.kernel.Spinlock.spin_unlock;

import dev.yank.harness.kernel.Memory;
import dev.yank.harness.kernel.Spinlock;
import dev.yank.harness.kernel.Struct;

/// `SpinLock<T>` and `RawSpinLock<T>`: data that is reached only while the lock is held.
///
/// Source: `rust/kernel/sync/lock/spinlock.rs`, Linux kernel, W. Almeida Filho, 2023.
public final class SpinLock<T> extends Struct {

    private final Spinlock lock = new Spinlock();
    private final T data;

    public SpinLock(T data) {
        this.data = data;
    }

    @Override
    public void yank$adopt(Memory memory) {
        super.yank$adopt(memory);
        lock.yank$adopt(memory);
    }

    /// Waits for the lock.
    public Guard<T> lock() {
        name();
        spin_lock(lock);
        return new Guard<>(this);
    }

    /// The lock inside is called what this is.
    private void name() {
        String declared = declaredAs();
        if (declared != null) {
            lock.declaredAs(declared);
        }
    }

    /// Waits for the lock with interrupts off.
    public Guard<T> lock_irqdisable() {
        name();
        spin_lock_irq(lock);
        return new Guard<>(this);
    }

    /// Holds the lock until it is closed.
    public static final class Guard<T> implements AutoCloseable {

        private final SpinLock<T> owner;

        Guard(SpinLock<T> owner) {
            this.owner = owner;
        }

        /// The data that the lock protects.
        public T get() {
            return owner.data;
        }

        @Override
        public void close() {
            spin_unlock(owner.lock);
        }
    }
}
