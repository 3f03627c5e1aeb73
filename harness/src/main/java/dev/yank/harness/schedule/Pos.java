package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Partial order sampling: every step that a task is about to take has a random priority, the highest goes
/// first, and the steps that conflict with it get new ones. So the order of each pair of conflicting steps is
/// close to a coin toss, however many steps lie around it.
///
/// A task that spins stands aside for one decision, for which all others draw anew.
///
/// Source: X. Yuan, J. Yang, R. Gu, "Partial Order Aware Concurrency Sampling", CAV 2018.
public final class Pos implements Strategy, Observer {

    private static final long UNDRAWN = -1;

    private final SplitMix random = new SplitMix(0);
    private final Announcements announced = new Announcements();

    @Var
    private long[] priorities = new long[16];

    @Var
    private int spinner = -1;

    @Override
    public String name() {
        return "pos";
    }

    @Override
    public void begin(long seed) {
        random.reseed(seed);
        announced.clear();
        Arrays.fill(priorities, UNDRAWN);
        spinner = -1;
    }

    @Override
    public Observer observer() {
        return this;
    }

    @Override
    public void spawned(int task, int by, int location) {
        announced(task, Access.NOTHING);
    }

    @Override
    public void announced(int task, long access) {
        announced.put(task, access);
        if (task >= priorities.length) {
            int before = priorities.length;
            priorities = Arrays.copyOf(priorities, 2 * task);
            Arrays.fill(priorities, before, priorities.length, UNDRAWN);
        }
        priorities[task] = UNDRAWN;
    }

    @Override
    public void relaxed(int task) {
        spinner = task;
        Arrays.fill(priorities, UNDRAWN); // whoever it waits for must not wait for ever itself
    }

    @Override
    public int next(TaskSet runnable, int current, int decision) {
        @Var int highest = -1;
        for (@Var int task = runnable.next(0); task >= 0; task = runnable.next(task + 1)) {
            if (priorities[task] == UNDRAWN) {
                priorities[task] = random.nextLong() >>> 1;
            }
            if (task != spinner && (highest < 0 || priorities[task] > priorities[highest])) {
                highest = task;
            }
        }
        spinner = -1;
        redraw(runnable, highest);
        return highest;
    }

    /// The step of `chosen` goes now: what conflicts with it is drawn anew.
    private void redraw(TaskSet runnable, int chosen) {
        long access = announced.of(chosen);
        for (@Var int task = runnable.next(0); task >= 0; task = runnable.next(task + 1)) {
            if (Access.conflict(access, announced.of(task))) {
                priorities[task] = UNDRAWN;
            }
        }
    }
}
