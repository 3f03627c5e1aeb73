package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `<linux/rcupdate.h>`: read-side critical sections, and grace periods that wait for those which had begun
/// before.
///
/// Source: `Documentation/RCU/whatisRCU.rst`, Linux kernel, P. McKenney, 2005-2024.
public final class Rcu extends Struct {

    private final int[] nesting = new int[64];
    private final long[] awaited = new long[64];

    @Var
    private long readers;

    @Var
    private long synchronizing;

    Rcu() {}

    /// Begins a read-side critical section; they nest. The task must not sleep until the outermost ends.
    public static void rcu_read_lock() {
        Machine machine = Machine.current();
        machine.point();
        Rcu rcu = machine.rcu;
        if (rcu.nesting[machine.task()]++ == 0) {
            rcu.readers |= machine.self();
        }
        machine.enterAtomic();
        machine.emit(EventKind.GUARD_ENTER, rcu, 0, "an RCU read-side critical section");
    }

    public static void rcu_read_unlock() {
        Machine machine = Machine.current();
        machine.point();
        Rcu rcu = machine.rcu;
        int task = machine.task();
        if (rcu.nesting[task] == 0) {
            machine.emit(EventKind.MISUSE, rcu, 0, "rcu_read_unlock without rcu_read_lock");
            return;
        }
        machine.leaveAtomic();
        machine.emit(EventKind.GUARD_EXIT, rcu, 0, "an RCU read-side critical section");
        if (--rcu.nesting[task] == 0) {
            rcu.readers &= ~machine.self();
            rcu.readerLeft(machine);
        }
    }

    /// Reads a pointer that others may replace, inside a read-side critical section: what it points to is seen as it
    /// was when [#rcu_assign_pointer] published it. Marks the read, see [Rwonce].
    public static <T> @Nullable T rcu_dereference(@Nullable T field) {
        return field;
    }

    /// Reads a pointer only to compare it. Marks the read, see [Rwonce].
    public static <T> @Nullable T rcu_access_pointer(@Nullable T field) {
        return field;
    }

    /// Publishes what `value` points to, or withdraws it: `gdev.chip = rcu_assign_pointer(chip)`. Marks the write,
    /// see [Rwonce].
    public static <T> @Nullable T rcu_assign_pointer(@Nullable T value) {
        return value;
    }

    /// Waits for a grace period: for every read-side critical section that has begun before.
    public static void synchronize_rcu() {
        Machine machine = Machine.current();
        machine.mightSleep("synchronize_rcu");
        machine.point();
        Rcu rcu = machine.rcu;
        int task = machine.task();
        rcu.awaited[task] = rcu.readers;
        machine.emit(EventKind.DRAIN_BEGIN, rcu, 0, "an RCU grace period");
        rcu.synchronizing |= machine.self();
        while (rcu.awaited[task] != 0) {
            machine.block(rcu, "an RCU grace period");
        }
        rcu.synchronizing &= ~machine.self();
        machine.emit(EventKind.DRAIN_END, rcu, 0, "the RCU grace period");
    }

    private void readerLeft(Machine machine) {
        long left = machine.self();
        for (@Var long rest = synchronizing; rest != 0; rest &= rest - 1) {
            int waiter = Long.numberOfTrailingZeros(rest);
            awaited[waiter] &= ~left;
            if (awaited[waiter] == 0) {
                machine.unblock(1L << waiter);
            }
        }
    }
}
