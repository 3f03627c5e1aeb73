package dev.yank.model.trace;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// What each task is inside of: the locks that it holds, the guards that it has entered, the callback of a
/// timer, work or interrupt that it runs; the latest last.
final class Holdings {

    private static final int DEEPEST = 16;

    @Var
    private int[][] objects = new int[16][DEEPEST];

    @Var
    private int[][] since = new int[16][DEEPEST];

    @Var
    private int[] depths = new int[16];

    @Var
    private int tasks;

    void clear() {
        Arrays.fill(depths, 0, tasks, 0);
        tasks = 0;
    }

    void enter(int step, int task, int object) {
        makeRoom(task);
        int depth = depths[task];
        if (depth == objects[task].length) {
            objects[task] = Arrays.copyOf(objects[task], 2 * depth);
            since[task] = Arrays.copyOf(since[task], 2 * depth);
        }
        objects[task][depth] = object;
        since[task][depth] = step;
        depths[task] = depth + 1;
    }

    private void makeRoom(int task) {
        if (task < tasks) {
            return;
        }
        int before = depths.length;
        if (task >= before) {
            int wide = 2 * task;
            depths = Arrays.copyOf(depths, wide);
            objects = Arrays.copyOf(objects, wide);
            since = Arrays.copyOf(since, wide);
            for (@Var int added = before; added < wide; added++) {
                objects[added] = new int[DEEPEST];
                since[added] = new int[DEEPEST];
            }
        }
        tasks = task + 1;
    }

    /// Leaves what it entered last of all that is `object`.
    void leave(int task, int object) {
        if (task >= tasks) {
            return;
        }
        int[] held = objects[task];
        for (@Var int at = depths[task] - 1; at >= 0; at--) {
            if (held[at] == object) {
                int behind = --depths[task] - at;
                System.arraycopy(held, at + 1, held, at, behind);
                System.arraycopy(since[task], at + 1, since[task], at, behind);
                return;
            }
        }
    }

    /// One more than the highest task that ever entered anything.
    int tasks() {
        return tasks;
    }

    /// How many things the task is inside of.
    int depth(int task) {
        return task < tasks ? depths[task] : 0;
    }

    int object(int task, int at) {
        return objects[task][at];
    }

    /// The step at which it entered that.
    int since(int task, int at) {
        return since[task][at];
    }

    boolean isInside(int task, int object) {
        for (@Var int at = 0; at < depth(task); at++) {
            if (objects[task][at] == object) {
                return true;
            }
        }
        return false;
    }
}
