package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceSpecs;
import dev.yank.model.spec.device.Faults;
import dev.yank.model.spec.device.Initially;
import dev.yank.model.spec.device.RefusedOpens;
import dev.yank.model.spec.device.Response;
import dev.yank.model.trace.Oracle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Performs programs on one driver and has each execution judged by everything: the rules about traces while
/// it runs, and, where those find nothing, the linearizability of what the processes saw.
///
/// Histories that no process could tell apart are judged once a program. For one worker; not shared.
public final class Explorer {

    static final RuleId LINEARIZABLE = RuleId.parse("L1");
    private static final long LINEARIZABLE_BIT = LINEARIZABLE.bit();

    private static final Limits LIMITS = new Limits(200_000);

    private final Simulation simulation;
    private final SequentialSpec<?, DeviceOperation, Response> spec;
    private final SequentialSpec<?, DeviceOperation, Response> specWithFaults;
    private final LongSet linearizable = new LongSet();

    @Var
    private @Nullable Program judged;

    @Var
    private long undecided;

    public Explorer(LoadedDriver driver) {
        this.simulation = driver.simulation();
        DriverUnderTest about = driver.about();
        this.spec = DeviceSpecs.forPolicy(about.device().kind(), about.policy(), Initially.GONE, Faults.NONE);
        this.specWithFaults =
                DeviceSpecs.forPolicy(about.device().kind(), about.policy(), Initially.GONE, Faults.INJECTED);
    }

    /// One execution and the verdict on it.
    ///
    /// @param outcome what happened
    /// @param notLinearizable the finding about its history, where there is one
    public record Judged(Outcome outcome, Optional<Finding> notLinearizable) {

        /// Whether a rule was broken.
        public boolean isViolation() {
            return outcome.hasFindings() || notLinearizable.isPresent();
        }

        /// The rules that the execution exercised, as a set of [RuleId#bit]s; the history is judged where the trace
        /// broke none.
        long witnessed() {
            return outcome.hasFindings() ? outcome.witnessed() : outcome.witnessed() | LINEARIZABLE_BIT;
        }

        /// Every rule that was broken, and how.
        public List<Finding> findings() {
            return notLinearizable.map(List::of).orElseGet(outcome::findings);
        }

        /// What tells a finding of this execution from others.
        public Signature signature(Finding finding) {
            return finding.rule().equals(LINEARIZABLE)
                    ? Signature.of(finding, Oracle.LINEARIZABILITY, List.of())
                    : Signature.of(finding, Oracle.of(outcome.kindAt(finding.step())), outcome.stackAt(finding.step()));
        }

        /// What saw that the rule was broken.
        Oracle oracle(Finding finding) {
            return finding.rule().equals(LINEARIZABLE)
                    ? Oracle.LINEARIZABILITY
                    : Oracle.of(outcome.kindAt(finding.step()));
        }

        /// How `rule` was broken, where it was.
        public Optional<Finding> finding(RuleId rule) {
            return findings().stream()
                    .filter(finding -> finding.rule().equals(rule))
                    .findFirst();
        }
    }

    /// How many histories could not be judged within the limits of the search.
    public long undecided() {
        return undecided;
    }

    /// Performs `program` once.
    public Judged run(Program program, Strategy strategy, long seed, Tracing tracing) {
        Outcome outcome = simulation.run(program, strategy, seed, tracing);
        return new Judged(outcome, outcome.hasFindings() ? Optional.empty() : judgeHistory(program, outcome));
    }

    @SuppressWarnings("ReferenceEquality") // the same program object is the common case; equality would cost more
    private Optional<Finding> judgeHistory(Program program, Outcome outcome) {
        if (program != judged) {
            judged = program;
            linearizable.clear();
        }
        long fingerprint = outcome.historyFingerprint();
        if (linearizable.contains(fingerprint)) {
            return Optional.empty();
        }
        Optional<String> sentence = program.faultAt() == 0 ? check(spec, outcome) : check(specWithFaults, outcome);
        if (sentence.isEmpty()) {
            linearizable.add(fingerprint);
        }
        return sentence.map(words -> new Finding(LINEARIZABLE, words, outcome.events()));
    }

    private <S> Optional<String> check(SequentialSpec<S, DeviceOperation, Response> spec, Outcome outcome) {
        LinearizabilityResult<DeviceOperation, Response> result = LinearizabilityChecker.check(
                spec, RefusedOpens.without(outcome.history().entries()), LIMITS);
        return switch (result) {
            case LinearizabilityResult.Linearizable<DeviceOperation, Response> _ -> Optional.empty();
            case LinearizabilityResult.Inconclusive<DeviceOperation, Response> _ -> {
                undecided++;
                yield Optional.empty();
            }
            case LinearizabilityResult.NotLinearizable<DeviceOperation, Response> refused ->
                Optional.of("No order of the operations explains the history: " + refused.sentence());
        };
    }
}
