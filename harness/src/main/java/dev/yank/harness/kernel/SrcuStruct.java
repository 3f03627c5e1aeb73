package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `struct srcu_struct`: sleepable RCU. A reader counts itself in under the current index and must count
/// itself out under the same one; a grace period flips the index and waits until nobody is counted under the
/// old one.
///
/// Source: `Documentation/RCU/whatisRCU.rst` and P. McKenney, "Sleepable RCU", LWN, 2006.
public final class SrcuStruct extends Struct {

    private final int[] counts = new int[2];
    private final Mutex gracePeriod = new Mutex();

    @Var
    private int index;

    @Override
    public void yank$adopt(Memory memory) {
        super.yank$adopt(memory);
        gracePeriod.yank$adopt(memory);
    }

    /// Makes the structure ready for readers.
    ///
    /// @return 0, or -ENOMEM
    public static int init_srcu_struct(SrcuStruct srcu) {
        Machine machine = Machine.current();
        machine.use(srcu, "init_srcu_struct");
        if (!machine.mayAcquire("init_srcu_struct")) {
            return -Errno.ENOMEM;
        }
        srcu.initialised(machine, "an srcu_struct");
        machine.emit(EventKind.ACQUIRE, srcu, 1, "an srcu_struct");
        return 0;
    }

    public static void cleanup_srcu_struct(SrcuStruct srcu) {
        Machine machine = Machine.current();
        machine.use(srcu, "cleanup_srcu_struct");
        if (srcu.counts[0] + srcu.counts[1] != 0) {
            machine.emit(EventKind.MISUSE, srcu, 0, "cleanup_srcu_struct while a reader is inside");
        }
        machine.emit(EventKind.RELEASE, srcu, 0, "an srcu_struct");
    }

    /// Begins a read-side critical section.
    ///
    /// @return the index to hand to [#srcu_read_unlock]
    public static int srcu_read_lock(SrcuStruct srcu) {
        Machine machine = Machine.current();
        machine.use(Access.ADD, srcu, "srcu_read_lock");
        int index = srcu.index;
        srcu.counts[index]++;
        machine.emit(EventKind.GUARD_ENTER, srcu, index, "an SRCU read-side critical section");
        return index;
    }

    public static void srcu_read_unlock(SrcuStruct srcu, int index) {
        Machine machine = Machine.current();
        machine.use(Access.ADD, srcu, "srcu_read_unlock");
        if (srcu.counts[index] == 0) {
            machine.emit(EventKind.MISUSE, srcu, index, "srcu_read_unlock with an index that it did not get");
            return;
        }
        machine.emit(EventKind.GUARD_EXIT, srcu, index, "an SRCU read-side critical section");
        if (--srcu.counts[index] == 0) {
            machine.wake(srcu);
        }
    }

    /// As [Rcu#rcu_dereference], inside a read-side critical section of `srcu`.
    public static <T> @Nullable T srcu_dereference(@Nullable T field, SrcuStruct srcu) {
        return field;
    }

    /// Waits until every reader that is inside now has left.
    public static void synchronize_srcu(SrcuStruct srcu) {
        Machine machine = Machine.current();
        machine.mightSleep("synchronize_srcu");
        Mutex.mutex_lock(srcu.gracePeriod);
        machine.emit(EventKind.DRAIN_BEGIN, srcu, 0, "an SRCU grace period");
        srcu.drain(machine, srcu.index ^ 1);
        int old = srcu.index;
        machine.accesses(Access.WRITE, srcu);
        srcu.index ^= 1;
        srcu.drain(machine, old);
        machine.emit(EventKind.DRAIN_END, srcu, 0, "the SRCU grace period");
        Mutex.mutex_unlock(srcu.gracePeriod);
    }

    private void drain(Machine machine, int old) {
        machine.accesses(Access.WRITE, this);
        while (counts[old] != 0) {
            machine.block(this, "an SRCU grace period");
            machine.touch(this, "synchronize_srcu");
        }
    }
}
