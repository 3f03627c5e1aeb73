package dev.yank.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OracleTest {

    @Test
    void everyRuleOfTheBookHasExactlyOneOracle() {
        for (Rule rule : RuleBook.rules()) {
            List<Oracle> naming = Arrays.stream(Oracle.values())
                    .filter(oracle ->
                            Pattern.matches(oracle.anyRule(), rule.id().text()))
                    .toList();
            assertThat(naming).as(rule.id().text()).containsExactly(Oracle.of(rule));
        }
        assertThat(Oracle.values())
                .allSatisfy(oracle -> assertThat(oracle.anyRule()).matches("\\(\\?:.+\\)"));
    }

    @Test
    void memoryThatIsUsedAfterItWasFreedIsAsSevereAsCanBe() {
        assertThat(severity("R34")).isEqualTo("blocker");
        assertThat(severity("R29")).isEqualTo("critical");
        assertThat(severity("L1")).isEqualTo("normal");
    }

    @Test
    void categoriesGoByOracleAndVerdict() {
        assertThat(category("failed", "R34 violated: State was used after it was freed."))
                .containsExactly("broken: use after free");
        assertThat(category(
                        "failed",
                        "edu-gated does not keep the rules in the explored interleavings.\n  R5 is broken"
                                + " in execution 3: a leak."))
                .containsExactly("broken: leaks and unwinding");
        assertThat(category("failed", "R29 not violated: this known-bad driver was not caught."))
                .containsExactly("missed: waiting for ever");
        assertThat(category("passed", "R3 violated: a count.")).containsExactly("caught: reference counts");
        assertThat(category("broken", "inconclusive: no execution exercised R22"))
                .containsExactly("inconclusive");
        assertThat(category("failed", "None of the 40 explored interleavings gave R22 anything to judge, so"))
                .containsExactly("inconclusive");
        assertThat(category("passed", "conforms: no rule was broken in 5 executions."))
                .isEmpty();
    }

    private static String severity(String rule) {
        return Oracle.of(RuleBook.find(rule).orElseThrow()).severity();
    }

    private static List<String> category(String status, String message) {
        JsonNode categories = JsonMapper.shared().readTree(AllureCategories.json());
        return categories
                .valueStream()
                .filter(category ->
                        category.get("matchedStatuses").get(0).asString().equals(status))
                .filter(category -> message.matches(category.get("messageRegex").asString()))
                .map(category -> category.get("name").asString())
                .toList();
    }
}
