package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Which tasks did the same in one execution: used the same places in the same ways, however often and in
/// whatever order.
final class Kinds {

    private static final int FIRST_TASKS = 16;
    private static final int BITS = 6;

    /// What each task does, as a set of one bit for each access: two tasks with the same bits are taken to be of
    /// one kind. Of this execution, and of the one before.
    @Var
    private long[] does = new long[FIRST_TASKS];

    @Var
    private long[] did = new long[FIRST_TASKS];

    /// The kinds of the execution before, numbered from 0, by task.
    @Var
    private int[] kinds = new int[FIRST_TASKS];

    @Var
    private int known;

    @Var
    private int[] counts = new int[FIRST_TASKS];

    /// A task takes a step that begins with `access`.
    void steps(int task, long access) {
        if (task >= does.length) {
            does = Arrays.copyOf(does, 2 * task);
        }
        does[task] |= 1L << (SplitMix.mix(access) >>> (Long.SIZE - BITS));
    }

    /// The execution is over; it had so many tasks.
    void keep(int tasks) {
        if (did.length < does.length) {
            did = new long[does.length];
        }
        long[] spare = did;
        did = does;
        does = spare;
        Arrays.fill(does, 0);
        if (kinds.length < tasks) {
            kinds = new int[tasks];
        }
        known = Math.min(tasks, did.length);
        for (int task = 0; task < known; task++) {
            kinds[task] = firstAlike(task);
        }
    }

    /// The first task that did the same; its number is that of the kind.
    private int firstAlike(int task) {
        @Var int first = 0;
        while (did[first] != did[task]) {
            first++;
        }
        return first;
    }

    void count(TaskSet tasks) {
        if (counts.length < known) {
            counts = new int[known];
        }
        Arrays.fill(counts, 0);
        for (@Var int task = tasks.next(0); task >= 0 && task < known; task = tasks.next(task + 1)) {
            counts[kinds[task]]++;
        }
    }

    /// How many of the tasks that were counted are of the kind of this one, which was among them. A task that was
    /// not there before is of a kind of its own.
    int counted(int task) {
        return task < known ? counts[kinds[task]] : 1;
    }
}
