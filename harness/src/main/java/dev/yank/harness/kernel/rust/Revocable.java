package dev.yank.harness.kernel.rust;

import static dev.yank.harness.kernel.Rcu.rcu_read_lock;
import static dev.yank.harness.kernel.Rcu.rcu_read_unlock;
import static dev.yank.harness.kernel.Rcu.synchronize_rcu;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Access;
import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Struct;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `Revocable<T>`: a value to which access can be withdrawn. Whoever got a [Guard] before keeps the value
/// valid until it drops the guard, and must not sleep meanwhile; nobody gets one afterwards.
///
/// Source: `rust/kernel/revocable.rs`, Linux kernel, W. Almeida Filho, 2022.
public final class Revocable<T> extends Struct {

    private final T data;

    @Var
    private boolean available = true;

    public Revocable(T data) {
        this.data = data;
    }

    /// `try_access()`: access to the value, or null where it was withdrawn.
    public @Nullable Guard<T> try_access() {
        Machine machine = Machine.current();
        machine.use(Access.READ, this, "try_access");
        rcu_read_lock();
        machine.accesses(Access.READ, this);
        if (!available) {
            machine.emit(EventKind.GUARD_REFUSED, this, 0, "access");
            rcu_read_unlock();
            return null;
        }
        return new Guard<>(data);
    }

    /// Withdraws access, waits for every guard, and drops the value.
    ///
    /// @return whether it was this call that withdrew it
    public boolean revoke() {
        Machine machine = Machine.current();
        machine.use(this, "revoke");
        if (!available) {
            return false;
        }
        available = false;
        synchronize_rcu();
        Drop.drop(data);
        return true;
    }

    /// As [#revoke] without waiting, for a caller who knows that nobody has access.
    public boolean revoke_nosync() {
        Machine machine = Machine.current();
        machine.use(this, "revoke_nosync");
        if (!available) {
            return false;
        }
        available = false;
        Drop.drop(data);
        return true;
    }

    /// Proof of access.
    public static final class Guard<T> implements AutoCloseable {

        private final T data;

        Guard(T data) {
            this.data = data;
        }

        /// The value.
        public T get() {
            return data;
        }

        /// Gives the access back.
        @Override
        public void close() {
            rcu_read_unlock();
        }
    }
}
