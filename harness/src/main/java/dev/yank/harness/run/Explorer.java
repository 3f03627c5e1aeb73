package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.LongSet;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.harness.targets.Target;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceSpecs;
import dev.yank.model.spec.device.Faults;
import dev.yank.model.spec.device.Initially;
import dev.yank.model.spec.device.RefusedOpens;
import dev.yank.model.spec.device.Response;
import dev.yank.model.trace.Oracle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Performs programs on one driver and has each execution judged by everything: the rules about traces while
/// it runs, and, where those find nothing, the linearizability of what the processes saw.
///
/// Histories that no process could tell apart are judged once a program. For one worker; not shared. This is the
/// simulated kernel as a target.
public final class Explorer implements Target<Explorer.Directed, Explorer.Judged> {

    static final RuleId LINEARIZABLE = RuleId.parse("L1");

    private static final RuleId LOCK_ORDER = RuleId.parse("K3");
    private static final RuleId UPGRADES = RuleId.parse("R3");

    private static final Limits LIMITS = new Limits(200_000);

    /// The rule that a history breaks which is not linearizable: for a counted object that is the rule about
    /// upgrades, since everything else that it answers says nothing.
    private final RuleId ruleOfHistories;

    private final Simulation simulation;
    private final SequentialSpec<?, DeviceOperation, Response> spec;
    private final SequentialSpec<?, DeviceOperation, Response> specWithFaults;
    private final LongSet linearizable = new LongSet();
    private final BlackBox.@Nullable Slot slot;
    private final String address;
    private final DeviceUnderTest device;

    @Var
    private @Nullable Program judged;

    @Var
    private long undecided;

    public Explorer(LoadedDriver driver) {
        this(driver, null);
    }

    /// @param slot where to write what is performed, before it is
    Explorer(LoadedDriver driver, BlackBox.@Nullable Slot slot) {
        this.slot = slot;
        this.address = driver.address();
        this.device = driver.about().device();
        this.simulation = driver.simulation();
        DriverUnderTest about = driver.about();
        this.ruleOfHistories = about.device().kind() == DeviceKind.OBJECT ? UPGRADES : LINEARIZABLE;
        this.spec = DeviceSpecs.forPolicy(about.device().kind(), about.policy(), Initially.GONE, Faults.NONE);
        this.specWithFaults =
                DeviceSpecs.forPolicy(about.device().kind(), about.policy(), Initially.GONE, Faults.INJECTED);
    }

    /// A program and who decides what happens next: the same decisions give the same execution.
    ///
    /// @param program what is performed
    /// @param strategy who decides
    /// @param seed what the strategy begins with
    /// @param tracing what is noted
    public record Directed(Program program, Strategy strategy, long seed, Tracing tracing) {}

    /// One execution and the verdict on it.
    ///
    /// @param outcome what happened
    /// @param ruleOfHistories the rule that its history is judged by
    /// @param notLinearizable the finding about its history, where there is one
    public record Judged(Outcome outcome, RuleId ruleOfHistories, Optional<Finding> notLinearizable) {

        /// Whether a rule was broken.
        public boolean isViolation() {
            return outcome.hasFindings() || notLinearizable.isPresent() || outcome.hasHazard();
        }

        /// The rules that the execution exercised, as a set of [RuleId#bit]s; the history is judged where the trace
        /// broke none.
        public long witnessed() {
            return outcome.hasFindings() ? outcome.witnessed() : outcome.witnessed() | ruleOfHistories.bit();
        }

        /// Every rule that was broken, and how; a hazard only where nothing else was found.
        public List<Finding> findings() {
            if (outcome.hasFindings()) {
                return outcome.findings();
            }
            return notLinearizable.or(outcome::hazard).stream().toList();
        }

        /// What tells a finding of this execution from others.
        public Signature signature(Finding finding) {
            return Signature.of(
                    finding, oracle(finding), outcome.hasFindings() ? outcome.stackAt(finding.step()) : List.of());
        }

        /// What saw that the rule was broken.
        Oracle oracle(Finding finding) {
            if (outcome.hasFindings()) {
                return Oracle.of(outcome.kindAt(finding.step()));
            }
            if (notLinearizable.isPresent()) {
                return Oracle.LINEARIZABILITY;
            }
            return finding.rule().equals(LOCK_ORDER) ? Oracle.LOCK_ORDER : Oracle.RACE;
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

    /// What the simulated kernel can do, with all of its devices.
    public static Abilities simulated() {
        return abilities(Arrays.stream(DeviceUnderTest.values())
                .map(DeviceUnderTest::label)
                .toList());
    }

    private static Abilities abilities(List<String> devices) {
        return new Abilities("simulated", Schedule.CHOSEN, Insight.TRACE, devices);
    }

    @Override
    public Abilities abilities() {
        return abilities(List.of(device.label()));
    }

    /// Performs `program` once.
    public Judged run(Program program, Strategy strategy, long seed, Tracing tracing) {
        return perform(new Directed(program, strategy, seed, tracing));
    }

    @Override
    public Judged perform(Directed directed) {
        Program program = directed.program();
        if (slot != null) {
            slot.begins(address, program);
        }
        Outcome outcome = simulation.run(program, directed.strategy(), directed.seed(), directed.tracing(), slot);
        boolean judgesHistory = !outcome.hasFindings() && !outcome.isAbandoned();
        var judged =
                new Judged(outcome, ruleOfHistories, judgesHistory ? judgeHistory(program, outcome) : Optional.empty());
        if (slot != null) {
            slot.ends();
        }
        return judged;
    }

    /// Nothing is held that others could want.
    @Override
    public void close() {}

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
        return sentence.map(words -> new Finding(ruleOfHistories, words, outcome.events()));
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
