package dev.yank.features;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.run.Explorer.Judged;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.RuleId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Performs programs on a driver under many schedules, always the same ones, with an eye on one rule.
final class Exploration {

    /// Everything random is drawn from it. Fixed, so that a build that failed fails again.
    static final long SEED = 0x59_61_6e_6b;

    /// How many programs a cast of roles is given, and how many schedules each.
    static final int PROGRAMS = 40;

    private static final int SCHEDULES = 40;

    /// A rule that was broken, by whichever program did so first.
    record Breach(Finding finding, Program program, int execution) {}

    private final LoadedDriver driver;
    private final Explorer explorer;
    private final RuleId rule;
    private final NavigableMap<RuleId, Breach> breaches = new TreeMap<>();

    @Var
    private int executions;

    @Var
    private int exercised;

    /// @param rule the rule that is looked at
    Exploration(LoadedDriver driver, RuleId rule) {
        this.driver = driver;
        this.explorer = new Explorer(driver);
        this.rule = rule;
    }

    /// Until any rule is broken.
    Exploration explore(List<Program> programs) {
        return explore(programs, Optional.empty());
    }

    /// Until the rule that is looked at is broken.
    Exploration exploreForBreach(List<Program> programs) {
        return explore(programs, Optional.of(rule));
    }

    private Exploration explore(List<Program> programs, Optional<RuleId> sought) {
        for (Program program : programs) {
            perform(program, new Replay(Schedule.ORDINARY), 0);
            Strategy strategy = Strategies.create(Strategies.DEFAULT);
            for (int i = 0; i < SCHEDULES && !isOver(sought); i++) {
                perform(program, strategy, SplitMix.derive(SEED + executions, i));
            }
            if (isOver(sought)) {
                break;
            }
        }
        return this;
    }

    private boolean isOver(Optional<RuleId> sought) {
        return sought.map(breaches::containsKey).orElse(!breaches.isEmpty());
    }

    private void perform(Program program, Strategy strategy, long seed) {
        Judged judged = explorer.run(program, strategy, seed, Tracing.JUDGE_ONLY);
        executions++;
        exercised += Exercised.in(judged.outcome(), rule) ? 1 : 0;
        for (Finding finding : judged.findings()) {
            breaches.putIfAbsent(finding.rule(), new Breach(finding, program, executions));
        }
    }

    /// How many executions there were.
    int executions() {
        return executions;
    }

    /// How many of them gave the rule something to judge.
    int exercised() {
        return exercised;
    }

    /// Whether the rule was broken.
    boolean broke() {
        return breaches.containsKey(rule);
    }

    /// Every rule that was broken, one line each, and how to replay one of them; empty where none was.
    String breaches() {
        if (breaches.isEmpty()) {
            return "";
        }
        String lines = breaches.values().stream()
                .map(breach -> "\n  %s is broken in execution %d: %s"
                        .formatted(
                                breach.finding().rule(),
                                breach.execution(),
                                breach.finding().sentence()))
                .collect(Collectors.joining());
        return lines + ReplayLine.of(driver, breaches.firstEntry().getValue().program());
    }
}
