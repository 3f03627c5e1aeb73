package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Probabilistic concurrency testing: the runnable task with the highest priority goes, and at `depth` - 1
/// random decisions the running task gets a priority below all first ones, another one at each.
///
/// A bug of depth d among n tasks and k decisions is met with a chance of at least 1/(n·k^(d-1)) an
/// execution. The number k is the longest execution since the strategy was made, and a
/// guess in the first. Priorities are drawn when a
/// task is first seen. A task that spins falls to the bottom, as in the Coyote and Shuttle implementations,
/// because a spinning task with the highest priority would wait for ever.
///
/// Source: S. Burckhardt, P. Kothari, M. Musuvathi, S. Nagarakatte, "A Randomized Scheduler with
/// Probabilistic Guarantees of Finding Bugs", ASPLOS 2010.
public final class Pct implements Strategy {

    private static final int FIRST_GUESS_OF_LENGTH = 32;

    private final int depth;
    private final SplitMix random = new SplitMix(0);
    private final TaskSet seen = new TaskSet();
    private final int[] changePoints;

    @Var
    private long[] priorities = new long[16];

    /// The longest execution so far; 0 before the first is over.
    @Var
    private int longest;

    @Var
    private long lowestPriority;

    /// @param depth the depth of the bugs aimed at: one more than the number of priority changes; at least 1
    public Pct(int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("The depth of pct must be at least 1, but is " + depth + ".");
        }
        this.depth = depth;
        this.changePoints = new int[depth - 1];
    }

    @Override
    public String name() {
        return "pct(" + depth + ")";
    }

    @Override
    public void begin(long seed) {
        random.reseed(seed);
        seen.clear();
        lowestPriority = -depth;
        for (@Var int i = 0; i < changePoints.length; i++) {
            changePoints[i] = 1 + random.nextInt(length());
        }
    }

    @Override
    public int next(TaskSet runnable, int current, int decision) {
        drawPriorities(runnable);
        for (int i = 0; i < changePoints.length; i++) {
            if (changePoints[i] == decision && current >= 0) {
                set(current, (long) i - depth);
            }
        }
        @Var int highest = runnable.lowest();
        for (@Var int task = runnable.next(highest + 1); task >= 0; task = runnable.next(task + 1)) {
            if (priorities[task] > priorities[highest]) {
                highest = task;
            }
        }
        return highest;
    }

    @Override
    public void relaxed(int task) {
        set(task, --lowestPriority);
    }

    @Override
    public void end(int decisions) {
        longest = Math.max(longest, decisions);
    }

    private int length() {
        return longest == 0 ? FIRST_GUESS_OF_LENGTH : longest;
    }

    private void drawPriorities(TaskSet runnable) {
        for (@Var int task = runnable.next(0); task >= 0; task = runnable.next(task + 1)) {
            if (!seen.contains(task)) {
                set(task, random.nextLong() >>> 1);
            }
        }
    }

    private void set(int task, long priority) {
        seen.add(task);
        if (task >= priorities.length) {
            priorities = Arrays.copyOf(priorities, 2 * task);
        }
        priorities[task] = priority;
    }
}
