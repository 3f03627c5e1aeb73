package dev.yank.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.features.FeatureFiles.StatedRule;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.model.rule.Judgement;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rule book, feature files and drivers speak of the same rules.
final class RuleTraceabilityTest {

    /// Judged rules for which there is no driver yet that breaks them.
    ///
    private static final List<StatedRule> STATED = FeatureFiles.rules();
    private static final List<DriverUnderTest> DRIVERS = DriverCatalog.ofProject().all().stream()
            .map(driver -> driver.about())
            .toList();

    @Test
    void thereIsSomethingToCompare() {
        assertThat(STATED).hasSizeGreaterThanOrEqualTo(16);
        assertThat(DRIVERS).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void everyStatedRuleHasExactlyOneTagAndItNamesARule() {
        assertThat(STATED).allSatisfy(stated -> {
            assertThat(stated.tags()).as(stated.name()).hasSize(1);
            assertThat(RuleBook.find(stated.tags().getFirst()))
                    .as("rule %s", stated.tags())
                    .isPresent();
        });
    }

    @Test
    void everyScenarioLiesUnderARuleAndHasNoTagOfItsOwnButItsOrigin() {
        assertThat(FeatureFiles.homeless()).isEmpty();
        assertThat(STATED)
                .allSatisfy(stated -> assertThat(stated.examples())
                        .as(stated.name())
                        .isNotEmpty()
                        .allSatisfy(example -> assertThat(example.getTags())
                                .allMatch(tag -> FeatureFiles.isOrigin(tag.getName()))));
    }

    @Test
    void exactlyTheJudgedRulesAreStatedAndEachOnce() {
        List<String> judged = RuleBook.rules().stream()
                .filter(rule -> rule.judgement() == Judgement.JUDGED)
                .map(rule -> rule.id().text())
                .toList();
        assertThat(STATED.stream().flatMap(stated -> stated.tags().stream()))
                .containsExactlyInAnyOrderElementsOf(judged);
    }

    @Test
    void everyStatedRuleLiesInTheFileOfItsFamily() {
        assertThat(STATED).allSatisfy(stated -> {
            String family = ruleOf(stated).family().name().toLowerCase(Locale.ROOT);
            assertThat(stated.file()).as(stated.tags().getFirst()).isEqualTo(family.replace('_', '-'));
        });
    }

    @Test
    void everyStatedRuleNamesTheAuthorAndTheYearOfItsFirstSource() {
        assertThat(STATED).allSatisfy(stated -> {
            Source first = ruleOf(stated).sources().getFirst();
            List<String> words = new ArrayList<>(List.of(first.author().split(", ", -1)));
            words.add(String.valueOf(first.year()));
            assertThat(stated.prose().replaceAll("\\s+", " "))
                    .as(stated.tags().getFirst())
                    .contains("Source: ")
                    .contains(words);
        });
    }

    @Test
    void everyDriverThatBreaksARuleIsCaughtInAScenarioOfThatRule() {
        for (DriverUnderTest driver : DRIVERS) {
            driver.breaks()
                    .ifPresent(rule -> assertThat(driversCaughtUnder(rule))
                            .as("the drivers caught under %s", rule)
                            .contains(driver.name()));
        }
    }

    @Test
    void everyConformingDriverIsSeenToKeepARule() {
        List<String> mentioned = STATED.stream()
                .flatMap(stated -> drivers(stated.steps()))
                .distinct()
                .toList();
        assertThat(DRIVERS.stream().filter(driver -> driver.breaks().isEmpty()).map(DriverUnderTest::name))
                .isNotEmpty()
                .isSubsetOf(mentioned);
    }

    @Test
    void everyJudgedRuleHasADriverThatBreaksIt() {
        List<String> broken = DRIVERS.stream()
                .flatMap(driver -> driver.breaks().stream())
                .map(RuleId::text)
                .toList();
        assertThat(STATED.stream().flatMap(stated -> stated.tags().stream()).filter(rule -> !broken.contains(rule)))
                .isEmpty();
    }

    @Test
    void everyStatedRuleHasAnExampleThatKeepsIt() {
        assertThat(STATED)
                .allSatisfy(stated -> assertThat(stated.examples())
                        .as(stated.name())
                        .anySatisfy(
                                example -> assertThat(example.getSteps()).noneMatch(step -> catches(step.getText()))));
    }

    private static List<String> driversCaughtUnder(RuleId rule) {
        return STATED.stream()
                .filter(stated -> stated.tags().contains(rule.text()))
                .flatMap(stated -> stated.examples().stream())
                .map(example ->
                        example.getSteps().stream().map(step -> step.getText()).toList())
                .filter(steps -> steps.stream().anyMatch(RuleTraceabilityTest::catches))
                .flatMap(RuleTraceabilityTest::drivers)
                .toList();
    }

    private static boolean catches(String step) {
        return step.matches(".* (breaks .*|is broken)");
    }

    private static Stream<String> drivers(List<String> steps) {
        return steps.stream()
                .filter(step -> step.matches("the \"[^\"]+\" driver"))
                .map(step -> step.substring(step.indexOf('"') + 1, step.lastIndexOf('"')));
    }

    private static Rule ruleOf(StatedRule stated) {
        return RuleBook.rule(RuleId.parse(stated.tags().getFirst()));
    }
}
