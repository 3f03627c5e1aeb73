package dev.yank.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.Hunted;
import dev.yank.harness.run.KillMatrix;
import dev.yank.harness.run.KillMatrix.Kind;
import dev.yank.harness.run.KillMatrix.Prey;
import dev.yank.harness.run.RunResult.Completeness;
import dev.yank.model.rule.RuleId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KillMatrixWordsTest {

    private static final Optional<RuleId> R20 = Optional.of(RuleId.parse("R20"));

    private static KillMatrix matrix(int strategies) {
        List<Hunted> killed = Collections.nCopies(strategies, new Hunted(R20, 12_345));
        List<Hunted> survived = Collections.nCopies(strategies, new Hunted(Optional.empty(), 20_040));
        List<Prey> prey = List.of(
                new Prey("twin-a", Kind.TWIN, R20, "It is wrong.", killed),
                new Prey("a~drop-call@remove:f#1", Kind.MUTANT, Optional.empty(), "f is not called, line 7", survived),
                new Prey(
                        "a~drop-call@probe:g#1",
                        Kind.EQUIVALENT,
                        Optional.empty(),
                        "nobody asks.",
                        List.of(survived.getFirst())));
        List<String> names = List.of("portfolio", "random", "pct(3)", "preemption(2)", "pos", "surw", "mutation");
        return new KillMatrix(1, 20_000, names.subList(0, strategies), Completeness.COMPLETE, prey);
    }

    @Test
    void tablesFitEightyColumns() {
        String text = new KillMatrixWords(matrix(7)).text();
        assertThat(text.lines().filter(line -> line.contains("R20") || line.contains("--") || line.contains("rule")))
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.length() <= 80);
        assertThat(text.lines().filter(line -> line.startsWith("rule"))).hasSize(2);
    }

    @Test
    void survivorsAreSaidWithWhatIsWrong() {
        assertThat(new KillMatrixWords(matrix(2)).text())
                .contains("mutant a~drop-call@remove:f#1 survived 20040 executions: f is not called, line 7.")
                .endsWith("portfolio: 1 of 1 twins killed, 0 of 1 mutants killed (0.0 %), 1 equivalent; seed 1,"
                        + " 20,000 executions each.\n");
    }

    @Test
    void theDataHasEveryRowAndEverybody() {
        String json = new KillMatrixWords(matrix(2)).json();
        assertThat(json)
                .contains("\"rule\" : \"R20\"", "\"kind\" : \"twin\"", "\"killed\" : 1", "\"median\" : 12345")
                .contains("\"verdict\" : \"equivalent\"", "\"verdict\" : \"survived\"", "\"exit\" : 1");
    }
}
