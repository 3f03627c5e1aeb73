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
        return new Guard<>(this, data);
    }

    /// Withdraws access, waits for every guard, and drops the value.
    ///
    /// @return whether it was this call that withdrew it
    public boolean revoke() {
        Machine machine = Machine.current();
        machine.use(this, "revoke");
        if (!withdraws(machine)) {
            return false;
        }
        synchronize_rcu();
        dropData(machine);
        return true;
    }

    /// As [#revoke] without waiting, for a caller who knows that nobody has access.
    public boolean revoke_nosync() {
        Machine machine = Machine.current();
        machine.use(this, "revoke_nosync");
        if (!withdraws(machine)) {
            return false;
        }
        dropData(machine);
        return true;
    }

    private boolean withdraws(Machine machine) {
        boolean mine = available;
        available = false;
        machine.emit(EventKind.WITHDRAWN, this, mine ? 1 : 0, "");
        return mine;
    }

    private void dropData(Machine machine) {
        machine.emit(EventKind.DROP_BEGIN, this, 0, "");
        Drop.drop(data);
        machine.emit(EventKind.DROP_END, this, 0, "");
    }

    /// Proof of access.
    public static final class Guard<T> implements AutoCloseable {

        private final Revocable<T> from;
        private final T data;

        @Var
        private boolean isGivenBack;

        Guard(Revocable<T> from, T data) {
            this.from = from;
            this.data = data;
        }

        /// The value, as long as the guard is held.
        public T get() {
            if (isGivenBack) {
                Machine.current().emit(EventKind.STALE_GUARD, from, 0, "");
            }
            return data;
        }

        /// Gives the access back.
        @Override
        public void close() {
            isGivenBack = true;
            rcu_read_unlock();
        }
    }
}
