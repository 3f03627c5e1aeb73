package dev.yank.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.KillMatrix.Cell;
import dev.yank.harness.run.KillMatrix.Kind;
import dev.yank.harness.run.KillMatrix.Prey;
import dev.yank.harness.run.RunResult.Completeness;
import dev.yank.model.rule.RuleId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KillMatrixTest {

    private static final RuleId R5 = RuleId.parse("R5");
    private static final RuleId R20 = RuleId.parse("R20");

    private static Hunted killed(RuleId rule, long executions) {
        return new Hunted(Optional.of(rule), executions);
    }

    private static Hunted survived() {
        return new Hunted(Optional.empty(), 20_000);
    }

    private static Prey prey(Kind kind, Hunted... hunts) {
        return new Prey("name", kind, kind == Kind.TWIN ? Optional.of(R20) : Optional.empty(), "", List.of(hunts));
    }

    private static KillMatrix matrix(Completeness completeness, List<Prey> prey) {
        return new KillMatrix(1, 20_000, List.of("portfolio", "random"), completeness, prey);
    }

    @Test
    void aCellHasTheMedianOfThoseThatWereKilledForTheRule() {
        KillMatrix matrix = matrix(
                Completeness.COMPLETE,
                List.of(
                        prey(Kind.MUTANT, killed(R5, 9), survived()),
                        prey(Kind.MUTANT, killed(R5, 3), killed(R20, 7)),
                        prey(Kind.MUTANT, killed(R5, 5), survived()),
                        prey(Kind.MUTANT, killed(R5, 1), survived()),
                        prey(Kind.TWIN, killed(R20, 4), killed(R20, 8))));
        assertThat(matrix.rules()).containsExactly(R5, R20);
        assertThat(matrix.cell(Kind.MUTANT, R5, 0)).isEqualTo(new Cell(4, 3));
        assertThat(matrix.cell(Kind.MUTANT, R5, 1)).isEqualTo(new Cell(0, 0));
        assertThat(matrix.cell(Kind.MUTANT, R20, 1)).isEqualTo(new Cell(1, 7));
        assertThat(matrix.cell(Kind.TWIN, R20, 1)).isEqualTo(new Cell(1, 8));
        assertThat(matrix.killed(Kind.MUTANT, 0)).isEqualTo(4);
        assertThat(matrix.killed(Kind.MUTANT, 1)).isEqualTo(1);
    }

    @Test
    void fiveOfAHundredMutantsMaySurvive() {
        List<Prey> some = new ArrayList<>(Collections.nCopies(95, prey(Kind.MUTANT, killed(R5, 1))));
        some.addAll(Collections.nCopies(5, prey(Kind.MUTANT, survived())));
        assertThat(matrix(Completeness.COMPLETE, some).exitStatus()).isEqualTo(ExitStatus.AS_EXPECTED);
        some.set(0, prey(Kind.MUTANT, survived()));
        assertThat(matrix(Completeness.COMPLETE, some).exitStatus()).isEqualTo(ExitStatus.VIOLATION);
    }

    @Test
    void noTwinMaySurviveTheFirstStrategy() {
        assertThat(matrix(Completeness.COMPLETE, List.of(prey(Kind.TWIN, killed(R20, 1), survived())))
                        .exitStatus())
                .isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(matrix(Completeness.COMPLETE, List.of(prey(Kind.TWIN, survived(), killed(R20, 1))))
                        .exitStatus())
                .isEqualTo(ExitStatus.VIOLATION);
    }

    @Test
    void noEquivalentMutantMayBeCaught() {
        assertThat(matrix(Completeness.COMPLETE, List.of(prey(Kind.EQUIVALENT, survived())))
                        .exitStatus())
                .isEqualTo(ExitStatus.AS_EXPECTED);
        KillMatrix wrong = matrix(Completeness.COMPLETE, List.of(prey(Kind.EQUIVALENT, killed(R5, 2))));
        assertThat(wrong.exitStatus()).isEqualTo(ExitStatus.VIOLATION);
        assertThat(wrong.unexpected()).hasSize(1);
    }

    @Test
    void whereTheBudgetRanOutNothingIsConcluded() {
        assertThat(matrix(Completeness.INTERRUPTED, List.of()).exitStatus()).isEqualTo(ExitStatus.INCONCLUSIVE);
    }
}
