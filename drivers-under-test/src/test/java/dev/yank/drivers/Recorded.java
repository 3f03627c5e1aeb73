package dev.yank.drivers;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.schedule.HappensBefore;
import dev.yank.harness.schedule.Observer;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.schedule.TaskSet;
import java.util.Optional;

/// Walks at random and notes which steps come before which; or takes the steps of a walk in another order in
/// which each still comes after those that it came after.
final class Recorded implements Strategy, Observer {

    private final HappensBefore order = new HappensBefore();
    private final Optional<Recorded> original;
    private final SplitMix random = new SplitMix(0);

    private Recorded(Optional<Recorded> original) {
        this.original = original;
    }

    static Recorded walk() {
        return new Recorded(Optional.empty());
    }

    /// The same steps in another order.
    Recorded reordered() {
        return new Recorded(Optional.of(this));
    }

    /// Equal for executions that differ only in the order of steps that do not conflict.
    long fingerprint() {
        return order.fingerprint();
    }

    @Override
    public String name() {
        return "recorded";
    }

    @Override
    public void begin(long seed) {
        random.reseed(seed);
        order.keep(0);
    }

    @Override
    public Observer observer() {
        return this;
    }

    @Override
    public void spawned(int task, int by, int location) {
        order.spawned(task, by, location);
    }

    @Override
    public void accessed(long access) {
        order.accessed(access);
    }

    @Override
    public void steps(int task, int locations) {
        order.order();
        order.steps(task, locations);
    }

    @Override
    public void end(int decisions) {
        order.order();
    }

    @Override
    public int next(TaskSet runnable, int current, int decision) {
        order.order();
        if (original.isEmpty()) {
            return runnable.nth(random.nextInt(runnable.size()));
        }
        TaskSet candidates = new TaskSet();
        for (@Var int task = runnable.next(0); task >= 0; task = runnable.next(task + 1)) {
            if (mayGo(task)) {
                candidates.add(task);
            }
        }
        if (candidates.isEmpty()) {
            throw new AssertionError("At step " + order.steps() + " nobody of " + runnable + " could go in the"
                    + " original execution: steps that were taken in another order conflict.");
        }
        return candidates.nth(random.nextInt(candidates.size()));
    }

    /// Whether what came before the next step of a task in the original has been taken.
    private boolean mayGo(int task) {
        HappensBefore before = original.orElseThrow().order;
        int next = stepOf(before, order.name(task), taken(order.name(task)) + 1);
        if (next < 0) {
            return false;
        }
        for (int other = 0; other < before.tasks(); other++) {
            int needed = before.clock(next, other) - (other == before.task(next) ? 1 : 0);
            if (needed > 0 && taken(before.name(other)) < needed) {
                return false;
            }
        }
        return true;
    }

    /// How many steps the task of that name has taken.
    private int taken(long name) {
        for (int step = order.steps() - 1; step >= 0; step--) {
            if (order.name(order.task(step)) == name) {
                return order.index(step);
            }
        }
        return 0;
    }

    private static int stepOf(HappensBefore order, long name, int index) {
        for (int step = 0; step < order.steps(); step++) {
            if (order.index(step) == index && order.name(order.task(step)) == name) {
                return step;
            }
        }
        return -1;
    }
}
