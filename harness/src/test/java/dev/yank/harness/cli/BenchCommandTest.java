package dev.yank.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.ExitStatus;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class BenchCommandTest {

    private static Said subjects(String... more) {
        return Said.by(
                Stream.concat(Stream.of("bench", "subjects", "--seeds", "4", "--schedules", "50"), Stream.of(more))
                        .toArray(String[]::new));
    }

    /// No strategy is random here in more than its seed, and no times are printed, so the whole table is known.
    @Test
    void theTableOfSubjectsIsTheSameEveryTime() {
        Said said = subjects("--strategy", "random");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).isEqualToNormalizingNewlines("""
            subject         wrong      strategy  found  mean  median  most  best published  met
            --------------  ---------  --------  -----  ----  ------  ----  --------------  ---
            test-halves_2   assertion  random      4/4   1.5     1.5     2
            test-halves_3   assertion  random      4/4   1.0     1.0     1
            test-halves_ok  nothing    random      0/4     -       -     -

            random: 2 of 2 bugs found in every trial, 0 of 1 programs without a bug accused, published best met for 0 of 0.
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3"})
    void theResultsDoNotDependOnTheNumberOfWorkers(String workers) {
        assertThat(subjects("--workers", workers, "--strategy", "pct(2)").out())
                .isEqualTo(subjects("--workers", "2", "--strategy", "pct(2)").out());
    }

    @Test
    void theTableOfSubjectsCanBeReadByPrograms() {
        Said said = subjects("--format", "json", "--strategy", "random", "--strategy", "pct(2)", "test-halves_2");
        JsonNode results = JsonMapper.shared().readTree(said.out());
        assertThat(results.size()).isEqualTo(2);
        JsonNode random = results.get(0);
        assertThat(random.get("subject").asString()).isEqualTo("test-halves_2");
        assertThat(random.get("wrong").asString()).isEqualTo("assertion");
        assertThat(random.get("strategy").asString()).isEqualTo("random");
        assertThat(random.get("found").asInt()).isEqualTo(4);
        assertThat(random.get("trials").asInt()).isEqualTo(4);
        assertThat(random.get("schedules").size()).isEqualTo(4);
        assertThat(random.get("published").isNull()).isTrue();
        assertThat(results.get(1).get("strategy").asString()).isEqualTo("pct(2)");
    }

    @Test
    void ratesAreMeasuredForOneWorkerAndForSeveral() {
        Said said =
                Said.by("bench", "rate", "test-halves_ok", "--strategy", "random", "--round", "50ms", "--workers", "2");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out())
                .containsPattern("(?m)^test-halves_ok +random +1 +[1-9][0-9,]* +[1-9][0-9,]* ")
                .containsPattern("(?m)^test-halves_ok +random +2 +[1-9][0-9,]* +[1-9][0-9,]* ")
                .containsPattern("(?m)^test-halves_ok, random: 2 workers make [0-9.]+ times");
    }

    @Test
    void aProgramWithABugIsNotOneToMeasure() {
        assertThat(Said.by("bench", "rate", "test-halves_3", "--strategy", "random", "--round", "10ms")
                        .sentence(ExitStatus.HARNESS_FAILED))
                .startsWith("The subject to measure is not in order:");
    }

    @Test
    void costsAreMeasuredPartByPart() {
        Said said = Said.by("bench", "cost", "--round", "10ms", "--format", "json");
        assertThat(said.status()).as(said.err()).isZero();
        JsonNode costs = JsonMapper.shared().readTree(said.out());
        assertThat(costs.propertyNames())
                .contains(
                        "execution set-up (machine, judges, one task)",
                        "scheduling point, another task goes (switch)",
                        "event, emitted and judged");
        assertThat(costs.get("execution set-up (machine, judges, one task)").asDouble())
                .isPositive();
    }

    @Test
    void subjectsAreListedWithTheirSources() {
        assertThat(Said.by("list", "subjects").out())
                .containsPattern("(?m)^test-halves_2 +assertion$")
                .containsPattern("(?m)^test-halves_ok +nothing$")
                .contains("    source: nobody");
    }
}
