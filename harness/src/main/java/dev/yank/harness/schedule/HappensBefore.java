package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// The steps of an execution, what each did, and which of them come before which in every order that comes to
/// the same: a step comes after those of its own task, after the one that added its task, and after every
/// earlier one that it conflicts with.
///
/// Steps are numbered from 0. An execution that begins like the one before can keep what is known of the
/// beginning: [#keep].
///
/// Source of the clocks: F. Mattern, "Virtual Time and Global States of Distributed Systems", 1989.
public final class HappensBefore implements Observer {

    private static final int NONE = -1;

    private final TaskTable tasks = new TaskTable();
    private final AccessLog accesses = new AccessLog();

    /// By step: its task, how many of its task's it is (from 1), the one before of its task, where its
    /// accesses begin, what the tables held when it began, and the decision that led to it.
    @Var
    private int[] task = new int[256];

    @Var
    private int[] index = new int[256];

    @Var
    private int[] previous = new int[256];

    @Var
    private int[] firstAccess = new int[256];

    @Var
    private int[] locations = new int[256];

    @Var
    private int[] tasksThen = new int[256];

    @Var
    private int[] decision = new int[256];

    /// By step, how many steps of each task come before it, its own counted: [#width] numbers a step.
    @Var
    private int[] clocks = new int[256 * 8];

    @Var
    private int width = 8;

    @Var
    private int steps;

    /// How many steps of this execution have begun; less than [#steps] while it repeats the one before.
    @Var
    private int position;

    @Var
    private int pendingDecision = NONE;

    /// Whether the last step has its clock.
    @Var
    private boolean ordered = true;

    @Var
    private int[] races = new int[32];

    @Var
    private int raceCount;

    /// A new execution starts, which takes the first `count` steps of the one before again.
    public void keep(int count) {
        if (count < steps) {
            tasks.forget(this, count);
            accesses.forget(firstAccess[count]);
            steps = count;
        }
        position = 0;
        pendingDecision = NONE;
        ordered = true;
    }

    /// The step that begins next is that of a decision.
    void decided(int number) {
        pendingDecision = number;
    }

    @Override
    public void spawned(int newTask, int by, int location) {
        tasks.add(newTask, by < 0 ? NONE : position - 1, by, location, position);
    }

    @Override
    public void steps(int stepping, int given) {
        if (position < steps) {
            if (task[position] != stepping) {
                throw new IllegalStateException("Step " + position + " is another task's than the last time: what is"
                        + " tested depends on more than the schedule.");
            }
            position++;
            pendingDecision = NONE;
            return;
        }
        if (steps == task.length) {
            grow();
        }
        int step = steps++;
        position++;
        task[step] = stepping;
        previous[step] = tasks.lastStep(stepping);
        index[step] = previous[step] == NONE ? 1 : index[previous[step]] + 1;
        firstAccess[step] = accesses.size();
        locations[step] = given;
        tasksThen[step] = tasks.count();
        decision[step] = pendingDecision;
        pendingDecision = NONE;
        tasks.stepped(stepping, step);
        ordered = false;
    }

    @Override
    public void accessed(long access) {
        if (position == steps && steps > 0 && !ordered) {
            accesses.add(access, steps - 1);
        }
    }

    /// Finds what the last step comes after.
    ///
    /// @return whether there is something new to know: the step was not taken in the execution before
    public boolean order() {
        if (ordered) {
            return false;
        }
        ordered = true;
        if (tasks.count() > width) {
            widen();
        }
        int step = steps - 1;
        startClock(step);
        int count = accesses.conflicts(step, firstAccess[step]);
        int[] candidates = accesses.candidates();
        raceCount = 0;
        for (int i = 0; i < count; i++) {
            int earlier = candidates[i];
            if (!isBefore(earlier, step)) {
                addRace(earlier);
                join(step, earlier);
            }
        }
        clocks[step * width + task[step]] = index[step];
        return true;
    }

    /// How many earlier steps the last one could change places with, so far as nothing lies between.
    int races() {
        return raceCount;
    }

    /// One of them.
    int race(int number) {
        return races[number];
    }

    /// How many steps there are.
    public int steps() {
        return steps;
    }

    /// Whose step it is.
    public int task(int step) {
        return task[step];
    }

    /// The decision that led to a step; -1 where nobody else was runnable.
    int decision(int step) {
        return decision[step];
    }

    /// How many locations had been given out before a step.
    int locations(int step) {
        return locations[step];
    }

    /// What a step did.
    long[] accesses(int step) {
        return accesses.copy(firstAccess[step], step + 1 < steps ? firstAccess[step + 1] : accesses.size());
    }

    /// Whether the last step conflicts with what another did, to whom locations from `known` on were new.
    boolean lastConflictsWith(long[] others, int known) {
        return accesses.conflict(steps - 1, firstAccess[steps - 1], others, known);
    }

    /// Whether step `one` comes before the later step `other` in every order that comes to the same.
    public boolean isBefore(int one, int other) {
        return clocks[other * width + task[one]] >= index[one];
    }

    /// Which of its task's steps it is, from 1.
    public int index(int step) {
        return index[step];
    }

    /// How many steps of a task come before a step, that step counted.
    public int clock(int step, int ofTask) {
        return clocks[step * width + ofTask];
    }

    /// How many tasks there are.
    public int tasks() {
        return tasks.count();
    }

    /// Whether the last step could be taken before the earlier `step` at all: it cannot where that is what
    /// woke its task up.
    boolean couldGoWithout(int step) {
        int last = steps - 1;
        int place = tasks.location(task[last]);
        if (firstAccess[last] == accesses.size() || accesses.get(firstAccess[last]) != Access.write(place, 0)) {
            return true;
        }
        @Var boolean wakesIt = false;
        @Var boolean othersDo = false;
        for (@Var int i = accesses.before(firstAccess[last]); i != NONE; i = accesses.before(i)) {
            if (accesses.get(i) == Access.write(place, 0)) {
                break; // here it blocked
            }
            int by = accesses.stepOf(i);
            wakesIt |= by == step;
            othersDo |= by != step && (by < step || !isBefore(step, by));
        }
        return !wakesIt || othersDo;
    }

    /// A number that two executions share if they come to the same, step for step.
    public long fingerprint() {
        @Var long sum = steps;
        for (int step = 0; step < steps; step++) {
            @Var long clock = 0;
            for (int other = 0; other < Math.min(width, tasks.count()); other++) {
                if (clock(step, other) > 0) {
                    clock += SplitMix.mix(tasks.name(other) * 31 + clock(step, other));
                }
            }
            sum += SplitMix.mix(SplitMix.mix(tasks.name(task[step]) * 31 + index[step]) + clock);
        }
        return sum;
    }

    /// What a step's task knew before it: the steps before of the same task, or those of whoever added it.
    private void startClock(int step) {
        Arrays.fill(clocks, step * width, (step + 1) * width, 0);
        if (previous[step] != NONE) {
            join(step, previous[step]);
        } else if (tasks.addedIn(task[step]) != NONE) {
            join(step, tasks.addedIn(task[step]));
        } else {
            // The harness added it when everybody was at rest.
            for (int other = 0; other < tasks.count(); other++) {
                @Var int last = tasks.lastStep(other);
                while (last >= tasks.addedAt(task[step])) {
                    last = previous[last];
                }
                if (last != NONE) {
                    join(step, last);
                }
            }
        }
    }

    /// A number for a task that does not depend on when others added theirs, as its own number does.
    public long name(int ofTask) {
        return tasks.name(ofTask);
    }

    private void join(int step, int earlier) {
        int to = step * width;
        int from = earlier * width;
        for (int i = 0; i < width; i++) {
            clocks[to + i] = Math.max(clocks[to + i], clocks[from + i]);
        }
    }

    private void addRace(int earlier) {
        if (raceCount == races.length) {
            races = Arrays.copyOf(races, 2 * raceCount);
        }
        races[raceCount++] = earlier;
    }

    int previous(int step) {
        return previous[step];
    }

    int tasksThen(int step) {
        return tasksThen[step];
    }

    private void grow() {
        int size = 2 * task.length;
        task = Arrays.copyOf(task, size);
        index = Arrays.copyOf(index, size);
        previous = Arrays.copyOf(previous, size);
        firstAccess = Arrays.copyOf(firstAccess, size);
        locations = Arrays.copyOf(locations, size);
        tasksThen = Arrays.copyOf(tasksThen, size);
        decision = Arrays.copyOf(decision, size);
        clocks = Arrays.copyOf(clocks, size * width);
    }

    private void widen() {
        @Var int wider = width;
        while (wider < tasks.count()) {
            wider *= 2;
        }
        int[] moved = new int[task.length * wider];
        for (int step = 0; step < steps; step++) {
            System.arraycopy(clocks, step * width, moved, step * wider, width);
        }
        clocks = moved;
        width = wider;
    }
}
