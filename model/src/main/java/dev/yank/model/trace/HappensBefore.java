package dev.yank.model.trace;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Which steps come before which by the kernel's own synchronisation, in vector clocks.
///
/// The clock of a task holds for every task the last step of it that comes before what the task does next. An
/// *epoch* is a step and the task that did it in one number. Every object has two clocks: what came *before*
/// it (the unlock of a lock, the arming of a timer, the store of a release), and what came before its *end*
/// (a reader that left, a callback that returned), which only those see who wait for that end.
///
/// Source: C. Fidge, 1988, and F. Mattern, "Virtual Time and Global States of Distributed Systems", 1989;
/// epochs as in C. Flanagan and S. Freund, "FastTrack: Efficient and Precise Dynamic Race Detection", PLDI
/// 2009.
final class HappensBefore {

    /// An epoch holds the step above these.
    private static final int TASK_BITS = 12;

    private static final int TASKS = 1 << TASK_BITS;
    private static final int FEW_TASKS = 16;

    private final IntTable before = new IntTable();
    private final IntTable ends = new IntTable();
    private final IntTable stored = new IntTable();

    /// For how many tasks a clock has room.
    @Var
    private int width = FEW_TASKS;

    @Var
    private int[][] clocks = new int[FEW_TASKS][FEW_TASKS];

    @Var
    private int[] settled = new int[FEW_TASKS];

    /// Clocks one behind the other, from number 1.
    @Var
    private int[] pool = new int[32 * FEW_TASKS];

    @Var
    private int pooled;

    @Var
    private int tasks;

    void clear() {
        for (@Var int task = 0; task < tasks; task++) {
            Arrays.fill(clocks[task], 0, tasks, 0);
        }
        Arrays.fill(settled, 0, tasks, 0);
        before.clear();
        ends.clear();
        stored.clear();
        pooled = 0;
        tasks = 0;
    }

    static int epoch(int task, int step) {
        return step << TASK_BITS | task;
    }

    static int taskOf(int epoch) {
        return epoch & (TASKS - 1);
    }

    static int stepOf(int epoch) {
        return epoch >>> TASK_BITS;
    }

    /// Whether what happened at `epoch` comes before what `task` does next.
    boolean isBefore(int epoch, int task) {
        int other = taskOf(epoch);
        return other == task || stepOf(epoch) <= clockOf(task)[other];
    }

    /// The step that `task` knows of `other`.
    int known(int task, int other) {
        return clockOf(task)[other];
    }

    /// How many tasks were heard of.
    int tasks() {
        return tasks;
    }

    /// The task does something.
    void meet(int task) {
        if (task >= tasks) {
            clockOf(task);
        }
    }

    /// A task that nobody started knows what had happened when everybody had come to rest.
    private int[] clockOf(int task) {
        while (tasks <= task) {
            if (tasks == width) {
                widen();
            }
            System.arraycopy(settled, 0, clocks[tasks], 0, tasks);
            tasks++;
        }
        return clocks[task];
    }

    private void widen() {
        int[] wide = new int[2 * pool.length];
        for (@Var int number = 0; number < pooled; number++) {
            System.arraycopy(pool, number * width, wide, 2 * number * width, width);
        }
        pool = wide;
        width *= 2;
        settled = Arrays.copyOf(settled, width);
        int known = clocks.length;
        clocks = Arrays.copyOf(clocks, width);
        for (@Var int task = 0; task < width; task++) {
            clocks[task] = task < known ? Arrays.copyOf(clocks[task], width) : new int[width];
        }
    }

    /// Everybody has come to rest; tasks that are new come after all of it.
    void settle(int step) {
        for (@Var int task = 0; task < tasks; task++) {
            settled[task] = step;
        }
    }

    /// One task starts another.
    void fork(int step, int task, int child) {
        clockOf(child);
        System.arraycopy(now(task, step), 0, clocks[child], 0, tasks);
    }

    private int[] now(int task, int step) {
        int[] clock = clockOf(task);
        clock[task] = step;
        return clock;
    }

    /// What the task did so far comes before whoever looks at the object next.
    void publish(int step, int task, int object) {
        add(before, now(task, step), object);
    }

    /// What was published on the object comes before what the task does next.
    void observe(int task, int object) {
        learn(task, before.get(object));
    }

    /// Both in one, as an atomic change that orders does.
    void exchange(int step, int task, int object) {
        observe(task, object);
        publish(step, task, object);
    }

    /// What the task did so far comes before the end of the object.
    void end(int step, int task, int object) {
        add(ends, now(task, step), object);
    }

    /// Every end of the object so far comes before what the task does next.
    void join(int task, int object) {
        learn(task, ends.get(object));
    }

    /// A store that releases: a load that acquires and sees it comes after what the task did so far.
    void release(int step, int task, int place) {
        int[] clock = now(task, step);
        if (stored.get(place) == 0) {
            stored.put(place, take());
        }
        System.arraycopy(clock, 0, pool, offset(stored.get(place)), width);
    }

    /// Any other store: who sees it sees nothing else.
    void overwrite(int place) {
        if (stored.get(place) != 0) {
            stored.put(place, 0);
        }
    }

    void acquire(int task, int place) {
        learn(task, stored.get(place));
    }

    private void add(IntTable table, int[] clock, int object) {
        @Var int number = table.get(object);
        if (number == 0) {
            number = take();
            table.put(object, number);
            System.arraycopy(clock, 0, pool, offset(number), width);
            return;
        }
        int start = offset(number);
        for (@Var int task = 0; task < tasks; task++) {
            pool[start + task] = Math.max(pool[start + task], clock[task]);
        }
    }

    private void learn(int task, int number) {
        if (number == 0) {
            return;
        }
        int[] clock = clockOf(task);
        int start = offset(number);
        for (@Var int other = 0; other < tasks; other++) {
            clock[other] = Math.max(clock[other], pool[start + other]);
        }
    }

    /// A new clock whose content is whatever; returns its number.
    private int take() {
        if ((pooled + 1) * width > pool.length) {
            pool = Arrays.copyOf(pool, 2 * pool.length);
        }
        return ++pooled;
    }

    private int offset(int number) {
        return (number - 1) * width;
    }

    /// A new set of epochs, at most one for each task; returns its number.
    int takeEpochs() {
        int number = take();
        Arrays.fill(pool, offset(number), offset(number) + width, 0);
        return number;
    }

    /// The step of `task` in a set of epochs, or 0.
    int stepIn(int epochs, int task) {
        return pool[offset(epochs) + task];
    }

    void putStep(int epochs, int task, int step) {
        pool[offset(epochs) + task] = step;
    }
}
