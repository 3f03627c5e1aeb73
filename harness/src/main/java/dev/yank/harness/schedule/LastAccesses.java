package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Who used each place last, and how.
final class LastAccesses {

    /// Accesses by a hash of their place, with the task in [#tasks]; 0 where there is none.
    @Var
    private long[] accesses = new long[128];

    @Var
    private int[] tasks = new int[128];

    @Var
    private int size;

    void clear() {
        Arrays.fill(accesses, 0);
        size = 0;
    }

    /// Notes an access.
    ///
    /// @return a number for the pair of this access and the one before at its place, if they conflict and are
    /// by two tasks; otherwise 0
    long replace(int task, long access) {
        int slot = slot(access);
        long before = accesses[slot];
        int by = tasks[slot];
        accesses[slot] = access;
        tasks[slot] = task;
        if (before == 0) {
            if (++size * 2 > accesses.length) {
                grow();
            }
            return 0;
        }
        return by == task || !Access.conflict(before, access)
                ? 0
                : SplitMix.mix(before * 31 + by) * 31 + SplitMix.mix(access * 31 + task);
    }

    private int slot(long access) {
        int mask = accesses.length - 1;
        @Var int slot = (int) SplitMix.mix(Access.place(access)) & mask;
        while (accesses[slot] != 0 && Access.place(accesses[slot]) != Access.place(access)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldAccesses = accesses;
        int[] oldTasks = tasks;
        accesses = new long[2 * oldAccesses.length];
        tasks = new int[2 * oldAccesses.length];
        for (int i = 0; i < oldAccesses.length; i++) {
            if (oldAccesses[i] != 0) {
                int slot = slot(oldAccesses[i]);
                accesses[slot] = oldAccesses[i];
                tasks[slot] = oldTasks[i];
            }
        }
    }
}
