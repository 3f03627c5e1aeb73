package dev.yank.harness.bench;

import dev.yank.harness.schedule.SplitMix;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.harness.sim.SubjectSimulation;
import dev.yank.model.rule.Finding;
import java.util.Optional;

/// One trial: a subject is performed under one schedule after the other, with a new strategy, until something
/// is found or as many as allowed were tried. Every execution counts, also those from which a strategy only
/// learns.
final class SubjectTrial {

    private final SubjectSimulation simulation;
    private final int mostSchedules;

    SubjectTrial(LoadedSubject subject, int mostSchedules) {
        this.simulation = subject.simulation();
        this.mostSchedules = mostSchedules;
    }

    /// What was found.
    ///
    /// @param schedules how many schedules it took, the one that found it included
    /// @param finding the finding
    /// @param strategy the strategy whose schedule it was: a member, where the strategy has members
    record Found(int schedules, Finding finding, String strategy) {}

    /// Tries until something is found.
    Optional<Found> run(String strategyName, long seed) {
        Strategy strategy = Strategies.create(strategyName);
        for (int schedule = 1; schedule <= mostSchedules; schedule++) {
            Outcome outcome = simulation.run(strategy, SplitMix.derive(seed, schedule), Tracing.JUDGE_ONLY);
            if (outcome.hasFindings()) {
                return Optional.of(new Found(schedule, outcome.findings().getFirst(), strategy.name()));
            }
        }
        return Optional.empty();
    }
}
