package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes all schedules that differ from a fixed one by a bounded cost, the cheapest first and each once.
///
/// What is fixed is what goes where nobody says otherwise; a decision for another task costs something, by
/// which the searches differ. Among schedules of the same cost the order is random, because a budget ends
/// long before the schedules do, and neighbours find the same.
final class Deviations {

    /// What it costs to let a task go.
    @FunctionalInterface
    interface Cost {
        /// The cost of one decision.
        ///
        /// @param ordinary what goes where nobody says otherwise
        /// @param spins whether the current task says that it spins
        int of(int task, TaskSet runnable, int current, int ordinary, boolean spins);
    }

    /// A schedule that is yet to be taken: that of `before` up to `decision`, and there `task`; after it
    /// everything is ordinary.
    private record Untried(@Nullable Untried before, int decision, int task, int cost) {}

    private final Cost cost;
    private final int bound;
    private final SplitMix random = new SplitMix(0);
    private final List<List<Untried>> byCost = new ArrayList<>();
    private final List<Untried> path = new ArrayList<>();

    @Var
    private @Nullable Untried taken;

    @Var
    private int position;

    @Var
    private int spinner = -1;

    /// @param bound what a schedule may cost; without end if it is `Integer.MAX_VALUE`
    Deviations(Cost cost, int bound) {
        this.cost = cost;
        this.bound = bound;
        put(new Untried(null, -1, -1, 0));
    }

    /// Whether every schedule within the bound was taken.
    boolean isExhausted() {
        return byCost.stream().allMatch(List::isEmpty);
    }

    void begin(long seed) {
        random.reseed(seed);
        spinner = -1;
        position = 0;
        path.clear();
        taken = cheapest();
        for (@Var Untried step = taken; step != null && step.decision >= 0; step = step.before) {
            path.addFirst(step);
        }
    }

    void relaxed(int task) {
        spinner = task;
    }

    int next(TaskSet runnable, int current, int decision) {
        boolean spins = spinner == current && spinner >= 0;
        spinner = -1;
        int ordinary = spins ? Schedule.ordinaryWhenSpinning(runnable, current) : Schedule.ordinary(runnable, current);
        if (position < path.size()) {
            Untried step = path.get(position);
            if (step.decision > decision) {
                return ordinary;
            }
            position++;
            return runnable.contains(step.task) ? step.task : ordinary;
        }
        for (@Var int task = runnable.next(0); task >= 0; task = runnable.next(task + 1)) {
            if (task != ordinary) {
                put(runnable, current, decision, task, ordinary, spins);
            }
        }
        return ordinary;
    }

    private void put(TaskSet runnable, int current, int decision, int task, int ordinary, boolean spins) {
        if (taken == null) {
            return; // there was none left
        }
        int sum = taken.cost + cost.of(task, runnable, current, ordinary, spins);
        if (sum <= bound) {
            put(new Untried(taken, decision, task, sum));
        }
    }

    private void put(Untried untried) {
        while (byCost.size() <= untried.cost) {
            byCost.add(new ArrayList<>());
        }
        byCost.get(untried.cost).add(untried);
    }

    private @Nullable Untried cheapest() {
        for (List<Untried> untried : byCost) {
            if (!untried.isEmpty()) {
                int index = random.nextInt(untried.size());
                Untried last = untried.removeLast();
                return index == untried.size() ? last : untried.set(index, last);
            }
        }
        return null;
    }
}
