package dev.yank.harness.run;

import dev.yank.harness.schedule.RandomWalk;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.schedule.TaskSet;
import dev.yank.harness.sim.Simulation.Tracing;
import java.io.IOException;
import java.nio.file.Path;

/// A run that brings its JVM down in the middle of an execution, for a JVM of its own.
final class CrashingRun {

    private CrashingRun() {}

    /// Performs two executions and dies in the third.
    ///
    /// @param arguments the file of the black box, and at which decision of the third execution to die
    public static void main(String[] arguments) throws IOException {
        BlackBox box = BlackBox.create(Path.of(arguments[0]), 2);
        var explorer = new Explorer(TestDrivers.load("HastyChip"), box.slot(1));
        explorer.run(TestDrivers.small(), new RandomWalk(), 1, Tracing.JUDGE_ONLY);
        explorer.run(TestDrivers.small(), new RandomWalk(), 2, Tracing.JUDGE_ONLY);
        explorer.run(TestDrivers.small(), new Dying(Integer.parseInt(arguments[1])), 3, Tracing.JUDGE_ONLY);
    }

    /// A random walk with an end.
    record Dying(int decision, Strategy walk) implements Strategy {

        Dying(int decision) {
            this(decision, new RandomWalk());
        }

        @Override
        public String name() {
            return walk.name();
        }

        @Override
        public void begin(long seed) {
            walk.begin(seed);
        }

        @Override
        public int next(TaskSet runnable, int current, int number) {
            if (number == decision) {
                Runtime.getRuntime().halt(137);
            }
            return walk.next(runnable, current, number);
        }
    }
}
