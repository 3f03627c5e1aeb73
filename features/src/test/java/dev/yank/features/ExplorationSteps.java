package dev.yank.features;

import dev.yank.harness.program.Program;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.stream.IntStream;

/// What holds, or does not, whatever the order in which the players get their turns.
public final class ExplorationSteps {

    private final World world;

    public ExplorationSteps(World world) {
        this.world = world;
    }

    @Then("every explored interleaving of {cast} keeps {rule}")
    public void everyInterleavingKeeps(Cast cast, RuleId rule) {
        keeps(programs(cast), rule, "interleavings of " + cast.text());
    }

    @Then("some explored interleaving of {cast} breaks {rule}")
    public void someInterleavingBreaks(Cast cast, RuleId rule) {
        breaks(programs(cast), rule, "interleavings of " + cast.text());
    }

    @Then("whatever acquisition of probe fails, the driver keeps {rule}")
    public void whateverFailsKeeps(RuleId rule) {
        keeps(probesThatFail(), rule, "probes that are refused an acquisition");
    }

    @Then("whatever acquisition of a restart fails, every explored interleaving of {cast} keeps {rule}")
    public void whateverRestartFailsKeeps(Cast cast, RuleId rule) {
        keeps(restartsThatFail(cast), rule, "interleavings of " + cast.text() + " where a restart fails");
    }

    @Then("where some acquisition of probe fails, the driver breaks {rule}")
    public void whereSomethingFailsBreaks(RuleId rule) {
        breaks(probesThatFail(), rule, "probes that are refused an acquisition");
    }

    private List<Program> programs(Cast cast) {
        DeviceKind kind = world.driver().about().device().kind();
        return cast.programs(kind, world.story().beginning(), Exploration.PROGRAMS, Exploration.SEED);
    }

    /// One program for each acquisition: it fails, and then the driver is bound once more.
    private List<Program> probesThatFail() {
        List<DeviceOperation> twice = List.of(new Probe(0), new Probe(0));
        var probes = new Program(twice, List.of(), 0);
        int acquisitions = new Explorer(world.driver())
                .run(probes, new Replay(Schedule.ORDINARY), 0, Tracing.JUDGE_ONLY)
                .outcome()
                .acquisitions();
        return IntStream.rangeClosed(1, acquisitions)
                .mapToObj(probes::withFaultAt)
                .toList();
    }

    /// For each acquisition of the second probe, programs in which it fails; where players acquire something too, it
    /// may be theirs.
    private List<Program> restartsThatFail(Cast cast) {
        int first = new Explorer(world.driver())
                .run(
                        new Program(world.story().beginning(), List.of(), 0),
                        new Replay(Schedule.ORDINARY),
                        0,
                        Tracing.JUDGE_ONLY)
                .outcome()
                .acquisitions();
        List<Program> programs = programs(cast);
        return IntStream.range(0, programs.size())
                .mapToObj(i -> programs.get(i).withFaultAt(first + 1 + i % (2 * first)))
                .toList();
    }

    private void keeps(List<Program> programs, RuleId rule, String what) {
        world.judges(rule);
        Exploration exploration = new Exploration(world.driver(), rule).explore(programs);
        String breaches = exploration.breaches();
        if (!breaches.isEmpty()) {
            throw new AssertionError("%s does not keep the rules in the explored %s.%s"
                    .formatted(world.driver().about().name(), what, breaches));
        }
        if (exploration.exercised() == 0) {
            throw new AssertionError(("None of the %d explored %s gave %s anything to judge, so keeping it says"
                            + " nothing; choose players that meet it.")
                    .formatted(exploration.executions(), what, rule));
        }
    }

    private void breaks(List<Program> programs, RuleId rule, String what) {
        world.judges(rule);
        Exploration exploration = new Exploration(world.driver(), rule).exploreForBreach(programs);
        if (!exploration.broke()) {
            throw new AssertionError("None of the %d explored %s broke %s on %s.%s"
                    .formatted(
                            exploration.executions(),
                            what,
                            rule,
                            world.driver().about().name(),
                            exploration.breaches()));
        }
    }
}
