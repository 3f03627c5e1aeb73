package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// What is known of each task of the execution whose steps [HappensBefore] keeps.
final class TaskTable {

    private static final int NONE = -1;

    /// By task: its last step, the step that added it, how many steps had begun then, its location, its name,
    /// and how many tasks it has added.
    @Var
    private int[] lastStep = new int[16];

    @Var
    private int[] addedIn = new int[16];

    @Var
    private int[] addedAt = new int[16];

    @Var
    private int[] locations = new int[16];

    @Var
    private long[] names = new long[16];

    @Var
    private int[] children = new int[16];

    @Var
    private int count;

    /// Adds a task, unless it is known from the execution before.
    ///
    /// @param step the step that adds it; -1 where the harness does
    /// @param by the task that adds it
    /// @param position how many steps have begun
    void add(int task, int step, int by, int location, int position) {
        if (task < count) {
            return;
        }
        if (task == lastStep.length) {
            grow();
        }
        count = task + 1;
        lastStep[task] = NONE;
        addedIn[task] = step;
        addedAt[task] = position;
        locations[task] = location;
        children[task] = 0;
        // The number of a task depends on who else adds some; who added it and as which of its own does not.
        names[task] = by < 0 ? SplitMix.mix(task + 1L) : SplitMix.mix(names[by] * 31 + ++children[by]);
    }

    void stepped(int task, int step) {
        lastStep[task] = step;
    }

    /// Forgets the steps from `step` on, and the tasks that were added in them.
    void forget(HappensBefore order, int step) {
        count = order.tasksThen(step);
        for (int task = 0; task < count; task++) {
            while (lastStep[task] >= step) {
                lastStep[task] = order.previous(lastStep[task]);
            }
            children[task] = 0;
        }
        for (int task = 0; task < count; task++) {
            if (addedIn[task] != NONE) {
                children[order.task(addedIn[task])]++;
            }
        }
    }

    int count() {
        return count;
    }

    int lastStep(int task) {
        return lastStep[task];
    }

    int addedIn(int task) {
        return addedIn[task];
    }

    int addedAt(int task) {
        return addedAt[task];
    }

    int location(int task) {
        return locations[task];
    }

    long name(int task) {
        return names[task];
    }

    private void grow() {
        int size = 2 * count;
        lastStep = Arrays.copyOf(lastStep, size);
        addedIn = Arrays.copyOf(addedIn, size);
        addedAt = Arrays.copyOf(addedAt, size);
        locations = Arrays.copyOf(locations, size);
        names = Arrays.copyOf(names, size);
        children = Arrays.copyOf(children, size);
    }
}
