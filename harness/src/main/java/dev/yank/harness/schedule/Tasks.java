package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;

/// Sets of tasks as bits of a `long`: an execution has at most [#MOST] tasks.
public final class Tasks {

    /// How many tasks an execution can have.
    public static final int MOST = 64;

    private Tasks() {}

    /// The set that holds `task` alone.
    public static long only(int task) {
        return 1L << task;
    }

    /// Whether `task` is in `set`.
    public static boolean contains(long set, int task) {
        return task >= 0 && (set & (1L << task)) != 0;
    }

    /// The member with the lowest number of a set that is not empty.
    public static int lowest(long set) {
        return Long.numberOfTrailingZeros(set);
    }

    /// Member number `index`, counted from the lowest, of a set that has more than `index` members.
    public static int nth(long set, int index) {
        @Var long rest = set;
        for (@Var int skipped = 0; skipped < index; skipped++) {
            rest &= rest - 1;
        }
        return lowest(rest);
    }
}
