package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `<linux/rcupdate.h>`: read-side critical sections, and grace periods that wait for those which had begun
/// before.
///
/// Source: `Documentation/RCU/whatisRCU.rst`, Linux kernel, P. McKenney, 2005-2024.
public final class Rcu extends Struct {

    /// A task that waits for the readers that were inside when it began.
    private static final class Waiter {
        final int task;
        final int began;

        @Var
        int awaited;

        Waiter(int task, int began, int awaited) {
            this.task = task;
            this.began = began;
            this.awaited = awaited;
        }
    }

    private final List<Waiter> waiters = new ArrayList<>(2);

    /// How deep each task is inside, and when it entered.
    @Var
    private int[] nesting = new int[16];

    @Var
    private int[] entered = new int[16];

    @Var
    private int readers;

    /// Counts entries and grace periods.
    @Var
    private int clock;

    Rcu() {}

    /// Begins a read-side critical section; they nest. The task must not sleep until the outermost ends.
    public static void rcu_read_lock() {
        Machine machine = Machine.current();
        Rcu rcu = machine.rcu;
        machine.point(Access.ADD, rcu);
        rcu.enter(machine.task());
        machine.enterAtomic();
        machine.emit(EventKind.GUARD_ENTER, rcu, 0, "an RCU read-side critical section");
    }

    public static void rcu_read_unlock() {
        Machine machine = Machine.current();
        Rcu rcu = machine.rcu;
        machine.point(Access.ADD, rcu);
        int task = machine.task();
        if (task >= rcu.nesting.length || rcu.nesting[task] == 0) {
            machine.emit(EventKind.MISUSE, rcu, 0, "rcu_read_unlock without rcu_read_lock");
            return;
        }
        machine.leaveAtomic();
        machine.emit(EventKind.GUARD_EXIT, rcu, 0, "an RCU read-side critical section");
        if (--rcu.nesting[task] == 0) {
            rcu.readers--;
            rcu.readerLeft(machine, rcu.entered[task]);
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
        Rcu rcu = machine.rcu;
        machine.point(Access.READ, rcu);
        var waiter = new Waiter(machine.task(), ++rcu.clock, rcu.readers);
        machine.emit(EventKind.DRAIN_BEGIN, rcu, 0, "an RCU grace period");
        rcu.waiters.add(waiter);
        while (waiter.awaited != 0) {
            machine.block(Access.READ, rcu, "an RCU grace period");
        }
        rcu.waiters.remove(waiter);
        machine.emit(EventKind.DRAIN_END, rcu, 0, "the RCU grace period");
    }

    private void enter(int task) {
        if (task >= nesting.length) {
            nesting = Arrays.copyOf(nesting, 2 * task);
            entered = Arrays.copyOf(entered, 2 * task);
        }
        if (nesting[task]++ == 0) {
            readers++;
            entered[task] = ++clock;
        }
    }

    private void readerLeft(Machine machine, int since) {
        for (int i = 0; i < waiters.size(); i++) {
            Waiter waiter = waiters.get(i);
            if (waiter.began > since && --waiter.awaited == 0) {
                machine.unblock(waiter.task);
            }
        }
    }
}
