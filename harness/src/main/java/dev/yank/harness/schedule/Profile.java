package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// How many steps each task took in one execution, in all and at each place; and what it therefore has yet to
/// take in the next.
final class Profile {

    /// Stands for all places together.
    static final long ANY_PLACE = 0;

    private static final int FIRST_TASKS = 16;
    private static final int UNKNOWN = -1;

    /// Counts for pairs of a place and a task, as a table with open addressing; the place and the task are the
    /// key.
    private static final class Counts {
        @Var
        long[] places = new long[256];

        @Var
        int[] tasks = new int[256];

        @Var
        int[] counts = new int[256];

        @Var
        int size;

        void clear() {
            Arrays.fill(counts, 0);
            size = 0;
        }

        int get(long place, int task) {
            return counts[slot(place, task)];
        }

        void increment(long place, int task) {
            int slot = slot(place, task);
            places[slot] = place;
            tasks[slot] = task;
            if (counts[slot]++ == 0 && ++size * 2 > counts.length) {
                grow();
            }
        }

        private int slot(long place, int task) {
            int mask = counts.length - 1;
            @Var int slot = (int) SplitMix.mix(place + task) & mask;
            while (counts[slot] != 0 && (places[slot] != place || tasks[slot] != task)) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            var larger = new Counts();
            larger.places = new long[2 * places.length];
            larger.tasks = new int[2 * places.length];
            larger.counts = new int[2 * places.length];
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] != 0) {
                    int slot = larger.slot(places[i], tasks[i]);
                    larger.places[slot] = places[i];
                    larger.tasks[slot] = tasks[i];
                    larger.counts[slot] = counts[i];
                }
            }
            places = larger.places;
            tasks = larger.tasks;
            counts = larger.counts;
        }
    }

    /// Of the execution before, and of this one.
    @Var
    private Counts known = new Counts();

    @Var
    private Counts counted = new Counts();

    @Var
    private int[] knownParents = new int[FIRST_TASKS];

    @Var
    private int[] parents = new int[FIRST_TASKS];

    @Var
    private int knownTasks;

    @Var
    private int tasks;

    /// What a task has yet to do, with what the tasks have that it has yet to add.
    @Var
    private long[] left = new long[FIRST_TASKS];

    private final LongSet used = new LongSet();
    private final LongSet usedTwice = new LongSet();
    private final Kinds kinds = new Kinds();

    @Var
    private long[] shared = new long[32];

    @Var
    private int sharedCount;

    @Var
    private long place = ANY_PLACE;

    /// Starts an execution in which the steps at `place` matter.
    void expect(long place) {
        this.place = place;
        counted.clear();
        tasks = 0;
        left = Arrays.copyOf(left, Math.max(left.length, knownTasks));
        Arrays.fill(left, 0);
        for (@Var int task = knownTasks - 1; task >= 0; task--) {
            left[task] += known.get(place, task);
            int parent = knownParents[task];
            if (parent >= 0) {
                left[parent] += left[task];
            }
        }
    }

    /// A task is added: what it has is no longer its parent's.
    void spawned(int task, int by) {
        if (task >= parents.length) {
            parents = Arrays.copyOf(parents, 2 * task);
        }
        parents[task] = by;
        tasks = task + 1;
        if (task >= left.length) {
            left = Arrays.copyOf(left, 2 * task);
        }
        int expectedBy = task < knownTasks ? knownParents[task] : -1;
        if (expectedBy >= 0) {
            left[expectedBy] -= left[task];
        }
    }

    /// A task takes a step that begins with `access`.
    void steps(int task, long access) {
        if (access == Access.NOTHING) {
            return;
        }
        kinds.steps(task, access);
        long at = Access.place(access);
        counted.increment(ANY_PLACE, task);
        if (access != Access.ANYTHING) {
            counted.increment(at, task);
        }
        if (place == ANY_PLACE || place == at) {
            left[task]--;
        }
    }

    /// What the task is expected to have yet; at least 1, for it is there.
    long left(int task) {
        return Math.max(1, left[task]);
    }

    /// The execution is over: its counts are those that the next one expects.
    void keep() {
        Counts spare = known;
        known = counted;
        counted = spare;
        int[] spareParents = knownParents;
        knownParents = parents;
        parents = spareParents;
        knownTasks = tasks;
        kinds.keep(tasks);
        sharedCount = UNKNOWN;
    }

    /// Counts how many of `tasks` are of each kind.
    void countKinds(TaskSet tasks) {
        kinds.count(tasks);
    }

    /// How many tasks of the kind of this one were counted.
    int ofItsKind(int task) {
        return kinds.counted(task);
    }

    /// How many places at least two tasks used.
    int sharedPlaces() {
        if (sharedCount == UNKNOWN) {
            findShared();
        }
        return sharedCount;
    }

    long sharedPlace(int index) {
        return shared[index];
    }

    /// In the order of their numbers, so that it does not depend on the table. A place is in the table once for
    /// each task that used it.
    private void findShared() {
        sharedCount = 0;
        used.clear();
        usedTwice.clear();
        for (int i = 0; i < known.counts.length; i++) {
            if (known.counts[i] == 0 || known.places[i] == ANY_PLACE) {
                continue;
            }
            if (!used.add(known.places[i]) && usedTwice.add(known.places[i])) {
                if (sharedCount == shared.length) {
                    shared = Arrays.copyOf(shared, 2 * sharedCount);
                }
                shared[sharedCount++] = known.places[i];
            }
        }
        Arrays.sort(shared, 0, sharedCount);
    }
}
