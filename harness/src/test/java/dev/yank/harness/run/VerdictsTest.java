package dev.yank.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class VerdictsTest {

    @ParameterizedTest
    @EnumSource
    void aDriverConformsWhereEveryRuleThatMattersWasExercised(DeviceUnderTest device) {
        assertThat(verdict(device, all())).isEqualTo(new Verdict.Conforms());
    }

    @Test
    void aRuleThatNothingExercisedIsNamed() {
        assertThat(verdict(DeviceUnderTest.PL061, allBut("R33")))
                .isEqualTo(new Verdict.Inconclusive("no execution exercised R33"));
        assertThat(verdict(DeviceUnderTest.PL061, allBut("R5", "R22", "L1")))
                .isEqualTo(new Verdict.Inconclusive("no execution exercised R5, L1, R22"));
    }

    @Test
    void interruptsMatterToOneDeviceAndDmaToTheOther() {
        assertThat(verdict(DeviceUnderTest.PL061, allBut("R44"))).isEqualTo(new Verdict.Conforms());
        assertThat(verdict(DeviceUnderTest.EDU, allBut("R22"))).isEqualTo(new Verdict.Conforms());
        assertThat(verdict(DeviceUnderTest.EDU, allBut("R44")))
                .isEqualTo(new Verdict.Inconclusive("no execution exercised R44"));
        assertThat(verdict(DeviceUnderTest.PL061, allBut("R22")))
                .isEqualTo(new Verdict.Inconclusive("no execution exercised R22"));
    }

    @Test
    void nothingIsKnownOfADriverThatWasNotPerformed() {
        assertThat(Verdicts.rules(~RuleId.parse("L1").bit(), 0))
                .doesNotContain(RuleId.parse("L1"))
                .hasSize(all().size() - 1);
        assertThat(Verdicts.rules(0, 0)).isEmpty();
        assertThat(verdict(DeviceUnderTest.EDU, Verdicts.rules(0, 0)))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        verdict -> assertThat(verdict.reason()).startsWith("no execution exercised R5, "));
    }

    @Test
    void bitsStandForRules() {
        RuleId rule = RuleId.parse("R21");
        assertThat(Verdicts.rules(rule.bit(), 1)).containsExactly(rule, RuleId.parse("L1"));
    }

    private static Verdict verdict(DeviceUnderTest device, SortedSet<RuleId> witnessed) {
        var driver = new DriverUnderTest("d", "x.X", device, Policy.DEFAULT, Optional.empty(), "Does.");
        return Verdicts.of(driver, List.of(), Optional.empty(), witnessed);
    }

    private static SortedSet<RuleId> all() {
        SortedSet<RuleId> rules = new TreeSet<>();
        RuleBook.rules().forEach(rule -> rules.add(rule.id()));
        return rules;
    }

    private static SortedSet<RuleId> allBut(String... missing) {
        SortedSet<RuleId> rules = all();
        for (String rule : missing) {
            rules.remove(RuleId.parse(rule));
        }
        return rules;
    }
}
