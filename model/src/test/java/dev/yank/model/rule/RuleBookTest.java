package dev.yank.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleBookTest {

    @Test
    void holdsR1ToR45AndThenOurOwnInOrder() {
        List<String> expected = new ArrayList<>();
        for (int number = 1; number <= 45; number++) {
            expected.add("R" + number);
        }
        expected.addAll(List.of("K1", "K2", "K3"));
        expected.add("L1");
        assertThat(RuleBook.rules()).extracting(rule -> rule.id().text()).containsExactlyElementsOf(expected);
    }

    @Test
    void countsTheRulesOfEachFamily() {
        assertThat(Family.values())
                .extracting(family -> RuleBook.rules().stream()
                        .filter(rule -> rule.family() == family)
                        .count())
                .containsExactly(8L, 6L, 5L, 12L, 9L, 5L, 4L);
    }

    @Test
    void saysWhichRulesAreJudged() {
        assertThat(RuleBook.rules())
                .filteredOn(rule -> rule.judgement() == Judgement.JUDGED)
                .extracting(rule -> rule.id().text())
                .containsExactly(
                        "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15",
                        "R16", "R17", "R18", "R19", "R20", "R21", "R22", "R23", "R24", "R25", "R26", "R27", "R28",
                        "R29", "R30", "R31", "R32", "R33", "R34", "R35", "R36", "R37", "R38", "R39", "R40", "R41",
                        "R42", "R43", "R44", "R45", "K1", "K2", "K3", "L1");
    }

    @Test
    void statesEveryRuleInOneSentence() {
        assertThat(RuleBook.rules()).allSatisfy(rule -> {
            assertThat(rule.statement()).matches("[A-Z].*[^.]\\.").doesNotContain(". ");
            assertThat(rule.title()).isNotBlank();
            assertThat(rule.sources()).isNotEmpty();
        });
        assertThat(RuleBook.rules()).extracting(Rule::statement).doesNotHaveDuplicates();
        assertThat(RuleBook.rules()).extracting(Rule::title).doesNotHaveDuplicates();
    }

    @Test
    void findsARuleByItsText() {
        assertThat(RuleBook.find("R27")).hasValue(RuleBook.rule(new RuleId("R27")));
        assertThat(RuleBook.find("R46")).isEmpty();
    }

    @Test
    void citesDocumentAuthorAndYear() {
        assertThat(RuleBook.rule(new RuleId("L1")).sources())
                .extracting(Source::cite)
                .containsExactly("Linearizability: A Correctness Condition for Concurrent Objects, Maurice Herlihy,"
                        + " Jeannette Wing, 1990");
    }

    @Test
    void readsIdentifiersGenerously() {
        assertThat(RuleId.parse(" r7 ")).isEqualTo(new RuleId("R7"));
        assertThat(RuleId.parse("l1")).isEqualTo(new RuleId("L1"));
    }

    @Test
    void ordersIdentifiersByNumber() {
        List<RuleId> ids =
                new ArrayList<>(List.of(new RuleId("L1"), new RuleId("K1"), new RuleId("R10"), new RuleId("R9")));
        Collections.sort(ids);
        assertThat(ids).extracting(RuleId::text).containsExactly("R9", "R10", "K1", "L1");
    }

    @Test
    void refusesWhatIsNoIdentifier() {
        for (String text : List.of("R0", "R46", "R01", "L2", "", "seven", "r99")) {
            assertThatThrownBy(() -> RuleId.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(
                            "is not a rule; write R1 to R45, L1 for linearizability, or K1, K2, K3 for the rules of"
                                    + " the kernel on context, data races and lock order.");
        }
    }

    @Test
    void refusesAnAccusationWithoutFinding() {
        assertThatThrownBy(() -> new Verdict.Violates(List.of()))
                .hasMessage("A verdict that violates needs at least one finding.");
        assertThatThrownBy(() -> new Finding(new RuleId("R1"), "It rose.", -2))
                .hasMessage("A finding for R1 names step -2; use -1 for the whole history or trace.");
    }
}
