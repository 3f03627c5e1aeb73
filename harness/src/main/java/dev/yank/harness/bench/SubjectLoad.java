package dev.yank.harness.bench;

import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.harness.sim.SubjectSimulation;

/// A subject in which there is nothing to find.
final class SubjectLoad implements Load {

    private final SubjectSimulation simulation;
    private final Strategy strategy;

    SubjectLoad(SubjectSimulation simulation, Strategy strategy) {
        this.simulation = simulation;
        this.strategy = strategy;
    }

    @Override
    public Size once(long seed) {
        Outcome outcome = simulation.run(strategy, seed, Tracing.JUDGE_ONLY);
        if (outcome.hasFindings()) {
            throw new HarnessFailure("The subject to measure is not in order: "
                    + outcome.findings().getFirst().sentence());
        }
        return new Size(outcome.events(), outcome.decisions());
    }
}
