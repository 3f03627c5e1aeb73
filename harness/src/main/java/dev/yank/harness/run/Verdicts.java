package dev.yank.harness.run;

import dev.yank.model.rule.GuardSleep;
import dev.yank.model.rule.Guarded;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is concluded from what was found, and from what was exercised: a driver conforms only if the rules
/// that matter to every driver of its device had something to judge.
final class Verdicts {

    private static final List<RuleId> ALWAYS = Stream.of("R5", "R19", "R20", "R21", "R23", "R29", "R33", "L1")
            .map(RuleId::parse)
            .toList();

    /// Where remove waits for the last close there are no dead handles.
    private static final List<RuleId> NEVER_DEAD =
            Stream.of("R5", "R19", "R29", "L1").map(RuleId::parse).toList();

    private static final List<RuleId> PL061 =
            Stream.of("R22").map(RuleId::parse).toList();
    private static final List<RuleId> OBJECT =
            Stream.of("R1", "R2", "R3", "R4", "R5").map(RuleId::parse).toList();
    private static final List<RuleId> SRCU = Stream.of("R26").map(RuleId::parse).toList();

    /// What a driver meets whose guards are those of Rust, which must not sleep, and whose data is in foreign hands.
    private static final List<RuleId> RUST = Stream.of("R13", "R14", "R15", "R16", "R17", "R18", "R27")
            .map(RuleId::parse)
            .toList();
    private static final List<RuleId> PIPE =
            Stream.of("R12", "R22", "R24").map(RuleId::parse).toList();
    private static final List<RuleId> TOUCH =
            Stream.of("R11", "R12", "R22").map(RuleId::parse).toList();
    private static final List<RuleId> EDU = Stream.of("R44").map(RuleId::parse).toList();

    private static final List<RuleId> SAMPLER =
            Stream.of("R21", "R24").map(RuleId::parse).toList();
    private static final List<RuleId> MODULE =
            Stream.of("R21", "R24", "R40").map(RuleId::parse).toList();

    private static final List<RuleId> VIRTIO =
            Stream.of("R22", "R43").map(RuleId::parse).toList();

    private Verdicts() {}

    /// The verdict on a driver.
    ///
    /// @param leftOut the operations that it does not offer
    /// @param undecided how many histories could not be judged
    static Verdict of(
            DriverUnderTest driver,
            List<String> leftOut,
            Optional<Counterexample> counterexample,
            SortedSet<RuleId> witnessed,
            long undecided) {
        if (counterexample.isPresent()) {
            return new Verdict.Violates(List.of(counterexample.get().finding()));
        }
        if (undecided > 0) {
            return new Verdict.Inconclusive(undecided + " histories were too hard to judge; use fewer processes");
        }
        String missing = Stream.concat(common(driver).stream(), particular(driver, leftOut).stream())
                .filter(rule -> !witnessed.contains(rule))
                .map(RuleId::text)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? new Verdict.Conforms()
                : new Verdict.Inconclusive("no execution exercised " + missing);
    }

    /// What every driver meets, and every table of objects.
    private static List<RuleId> common(DriverUnderTest driver) {
        if (driver.device() == DeviceUnderTest.OBJECT) {
            return OBJECT;
        }
        return switch (driver.policy().removeWaitsFor()) {
            case CALLS_IN_FLIGHT, NOTHING -> ALWAYS;
            case LAST_CLOSE, LAST_CLOSE_WITH_REQUEST -> NEVER_DEAD;
        };
    }

    /// A driver without blocking reads has nobody to wake.
    private static List<RuleId> particular(DriverUnderTest driver, List<String> leftOut) {
        return switch (driver.device()) {
            case PL061 -> leftOut.contains("read-event") ? List.of() : PL061;
            case EDU -> EDU;
            case TOUCH -> TOUCH;
            case OBJECT -> List.of();
            case SCRATCH -> scratch(driver, leftOut);
            case CAPTURE, FRAME -> List.of();
            case PIPE -> PIPE;
            case VIRTIO -> VIRTIO;
        };
    }

    /// What guards the register decides what can be met; samplers meet asynchronous callbacks, and those that can be
    /// unloaded more.
    private static List<RuleId> scratch(DriverUnderTest driver, List<String> leftOut) {
        if (driver.policy().guarded() == Guarded.RESOURCE) {
            return driver.policy().guardSleep() == GuardSleep.NO ? RUST : SRCU;
        }
        if (!driver.name().startsWith("sampler")) {
            return List.of();
        }
        return leftOut.contains("unload") ? SAMPLER : MODULE;
    }

    /// The rules that a set of bits stands for; the linearizability of histories is judged in every
    /// execution.
    static SortedSet<RuleId> rules(long bits, long executions) {
        SortedSet<RuleId> rules = new TreeSet<>();
        for (Rule rule : RuleBook.rules()) {
            if ((bits & rule.id().bit()) != 0) {
                rules.add(rule.id());
            }
        }
        if (executions > 0) {
            rules.add(Explorer.LINEARIZABLE);
        }
        return rules;
    }
}
