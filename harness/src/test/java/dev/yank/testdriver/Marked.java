package dev.yank.testdriver;

import static dev.yank.harness.kernel.Rcu.rcu_access_pointer;
import static dev.yank.harness.kernel.Rcu.rcu_assign_pointer;
import static dev.yank.harness.kernel.Rcu.rcu_dereference;
import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;
import static dev.yank.harness.kernel.Rwonce.smp_load_acquire;
import static dev.yank.harness.kernel.Rwonce.smp_store_release;
import static dev.yank.harness.kernel.SrcuStruct.srcu_dereference;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.SrcuStruct;
import org.jspecify.annotations.Nullable;

/// Every kind of marked access.
public final class Marked extends SmallLedger {

    private final SrcuStruct srcu = new SrcuStruct();
    private final @Nullable String[] slots = new String[2];
    private final int[] ring = new int[2];

    @Var
    private boolean gone;

    @Var
    private long position;

    @Var
    private @Nullable Marked next;

    @Var
    private volatile int anywhere;

    public boolean readOnce() {
        return READ_ONCE(gone) || READ_ONCE(position) > 0;
    }

    public void writeOnce() {
        gone = WRITE_ONCE(position == 0);
        position = WRITE_ONCE(count + 1L);
    }

    public void ordered() {
        position = smp_store_release(2L);
        next = smp_store_release(next);
        gone = smp_load_acquire(gone);
    }

    public @Nullable Marked pointers() {
        next = rcu_assign_pointer(this);
        Marked found = rcu_dereference(next);
        return found == null || rcu_access_pointer(found.next) == null ? null : srcu_dereference(next, srcu);
    }

    public @Nullable String elements() {
        ring[1] = WRITE_ONCE(READ_ONCE(ring[0]) + 1);
        slots[1] = smp_store_release("a");
        return READ_ONCE(slots[1]);
    }

    public int everywhere() {
        anywhere = 1;
        return anywhere;
    }
}
