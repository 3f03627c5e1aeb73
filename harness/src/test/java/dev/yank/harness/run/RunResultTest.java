package dev.yank.harness.run;

import static dev.yank.harness.run.ExitStatus.AS_EXPECTED;
import static dev.yank.harness.run.ExitStatus.HARNESS_FAILED;
import static dev.yank.harness.run.ExitStatus.INCONCLUSIVE;
import static dev.yank.harness.run.ExitStatus.VIOLATION;
import static dev.yank.harness.run.RunResult.Completeness.COMPLETE;
import static dev.yank.harness.run.RunResult.Completeness.INTERRUPTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.coverage.Coverage;
import dev.yank.harness.run.RunResult.Completeness;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RunResultTest {

    private static final Verdict CONFORMS = new Verdict.Conforms();
    private static final Verdict R34 = violates("R34");
    private static final Verdict R5 = violates("R5");
    private static final Verdict UNKNOWN = new Verdict.Inconclusive("no execution exercised R5");

    static Stream<Arguments> runs() {
        DriverResult good = result("good", "", CONFORMS);
        DriverResult caught = result("bad", "R34", R34);
        DriverResult canary = result("canary", "R34", R34);
        DriverResult survived = result("canary", "R34", CONFORMS);
        DriverResult unclear = result("good", "", UNKNOWN);
        DriverResult broken = result("good", "", R34);
        return Stream.of(
                Arguments.of(AS_EXPECTED, COMPLETE, List.of()),
                Arguments.of(AS_EXPECTED, COMPLETE, List.of(good, caught, canary)),
                Arguments.of(VIOLATION, COMPLETE, List.of(good, broken, canary)),
                Arguments.of(VIOLATION, COMPLETE, List.of(result("bad", "R34", CONFORMS))),
                Arguments.of(VIOLATION, COMPLETE, List.of(result("bad", "R34", R5))),
                Arguments.of(VIOLATION, COMPLETE, List.of(unclear, broken)),
                Arguments.of(VIOLATION, INTERRUPTED, List.of(broken)),
                Arguments.of(INCONCLUSIVE, COMPLETE, List.of(good, unclear, canary)),
                Arguments.of(INCONCLUSIVE, COMPLETE, List.of(result("bad", "R34", UNKNOWN))),
                Arguments.of(INCONCLUSIVE, COMPLETE, List.of(result("canary", "R34", UNKNOWN))),
                Arguments.of(INCONCLUSIVE, INTERRUPTED, List.of(good, caught)),
                Arguments.of(INCONCLUSIVE, INTERRUPTED, List.of()),
                Arguments.of(HARNESS_FAILED, COMPLETE, List.of(good, survived)),
                Arguments.of(HARNESS_FAILED, COMPLETE, List.of(result("canary", "R34", R5))),
                Arguments.of(HARNESS_FAILED, COMPLETE, List.of(survived, broken, unclear)),
                Arguments.of(HARNESS_FAILED, INTERRUPTED, List.of(survived)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theWorstDriverDecides(ExitStatus expected, Completeness completeness, List<DriverResult> drivers) {
        assertThat(new RunResult(1, completeness, drivers).exitStatus()).isEqualTo(expected);
    }

    @Test
    void statusesHaveTheNumbersOfTheManual() {
        assertThat(Stream.of(ExitStatus.values()).map(ExitStatus::number)).containsExactly(0, 1, 2, 3, 64);
        assertThat(Stream.of(ExitStatus.values()).map(ExitStatus::meaning)).doesNotContain("");
    }

    @Test
    void resultsSpeakOfTheirVerdict() {
        assertThat(result("x", "", CONFORMS).verdictWord()).isEqualTo("conforms");
        assertThat(result("x", "", UNKNOWN).verdictWord()).isEqualTo("inconclusive");
        assertThat(result("x", "R34", R34).verdictWord()).isEqualTo("violates");
        assertThat(result("x", "R34", R34).rule()).contains(RuleId.parse("R34"));
        assertThat(result("x", "", CONFORMS).rule()).isEmpty();
        assertThat(result("x", "", CONFORMS).rate()).isEqualTo(50.0);
    }

    static DriverResult result(String name, String breaks, Verdict verdict) {
        Optional<RuleId> rule = breaks.isEmpty() ? Optional.empty() : Optional.of(RuleId.parse(breaks));
        var driver = new DriverUnderTest(name, "x.X", DeviceUnderTest.PL061, Policy.DEFAULT, rule, "Does.");
        return new DriverResult(
                driver,
                verdict,
                100,
                2.0,
                0,
                new TreeMap<>(),
                new TreeSet<>(),
                Coverage.NONE,
                List.of(),
                Optional.empty());
    }

    private static Verdict violates(String rule) {
        return new Verdict.Violates(List.of(new Finding(RuleId.parse(rule), "It did.", 3)));
    }
}
