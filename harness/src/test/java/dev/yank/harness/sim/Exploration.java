package dev.yank.harness.sim;

import dev.yank.harness.schedule.EverySchedule;
import dev.yank.harness.schedule.RandomWalk;
import dev.yank.harness.schedule.Strategy;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.Policy;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.TraceJudge;
import java.util.List;
import java.util.function.Consumer;

/// Performs what a test arranges on a [Stage] under many schedules. The arrangement runs as a task of its own
/// before the others begin, and an assertion that fails in any task fails the test.
///
/// @param preemptions how many preemptions an execution may have, where every schedule is taken
/// @param randomWalks how many schedules are taken at random; 0 for every one
/// @param faultAt which acquisition fails, counted from 1; 0 for none
public record Exploration(int preemptions, int randomWalks, int faultAt) {

    /// More than this is no test of a mechanism any more.
    private static final int MOST_EXECUTIONS = 60_000;

    /// Every schedule with at most two preemptions.
    public static final Exploration EVERY_SCHEDULE = new Exploration(2, 0, 0);

    /// Every schedule with at most so many preemptions.
    public static Exploration upTo(int preemptions) {
        return new Exploration(preemptions, 0, 0);
    }

    /// So many schedules at random, always the same ones.
    public static Exploration random(int walks) {
        return new Exploration(0, walks, 0);
    }

    /// The same with a fault at an acquisition.
    public Exploration failing(int acquisition) {
        return new Exploration(preemptions, randomWalks, acquisition);
    }

    /// Performs the arrangement once, under the schedule that a strategy makes of a seed.
    public static Executions once(Strategy strategy, long seed, Consumer<Stage> arrangement) {
        var executions = new Executions();
        EVERY_SCHEDULE.perform(arrangement, strategy, seed, new TraceJudge(Policy.DEFAULT), executions);
        return executions;
    }

    /// Performs the arrangement.
    public Executions of(Consumer<Stage> arrangement) {
        var executions = new Executions();
        var judge = new TraceJudge(Policy.DEFAULT);
        if (randomWalks > 0) {
            var walk = new RandomWalk();
            for (int seed = 0; seed < randomWalks; seed++) {
                perform(arrangement, walk, seed, judge, executions);
            }
            return executions;
        }
        var every = new EverySchedule(preemptions);
        while (every.hasNext()) {
            perform(arrangement, every, 0, judge, executions);
            if (executions.count() > MOST_EXECUTIONS) {
                throw new AssertionError("There are more than " + MOST_EXECUTIONS
                        + " schedules: use fewer tasks, fewer preemptions or random walks.");
            }
        }
        return executions;
    }

    private void perform(
            Consumer<Stage> arrangement, Strategy strategy, long seed, TraceJudge judge, Executions executions) {
        strategy.begin(seed);
        var recorder = new TraceRecorder(null);
        var machine = new SimulatedMachine(strategy, judge, null, faultAt, recorder, null);
        var stage = new Stage(machine);
        try {
            play(stage, machine, arrangement);
        } catch (AssertionError failed) {
            throw new AssertionError(
                    failed.getMessage() + "\nunder " + machine.scheduler().schedule() + "\nafter " + recorder.events(),
                    failed);
        }
        strategy.end(machine.scheduler().decisions());
        List<Finding> found = judge.hasFindings()
                ? judge.findings(machine.names())
                : judge.hazard(machine.names()).stream().toList();
        executions.add(found, recorder.events(), stage.seen());
    }

    private static void play(Stage stage, SimulatedMachine machine, Consumer<Stage> arrangement) {
        machine.spawn("set-up", () -> arrangement.accept(stage));
        if (!machine.quiesces()) {
            return;
        }
        machine.settle();
        stage.roles().forEach(role -> machine.spawn(role.name(), role.body()));
        if (!machine.quiesces() || machine.isStuck()) {
            return;
        }
        machine.settle();
        stage.epilogues().forEach(role -> machine.spawn(role.name(), role.body()));
        if (machine.quiesces() && !machine.isStuck() && stage.isAudited()) {
            machine.emitAfterwards(EventKind.END, 0);
        }
    }
}
