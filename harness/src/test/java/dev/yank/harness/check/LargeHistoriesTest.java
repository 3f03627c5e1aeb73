package dev.yank.harness.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.check.RegisterHistories.Shape;
import dev.yank.model.linearize.Engine;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.linearize.OrderVerifier;
import dev.yank.model.spec.classic.Answer;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.Nil;
import dev.yank.model.spec.classic.RegisterOperation;
import dev.yank.model.spec.classic.RegisterSpec;
import org.junit.jupiter.api.Test;

final class LargeHistoriesTest {

    private static final Keyed<Object, RegisterOperation, Answer> SPEC = new Keyed<>(RegisterSpec.etcd(Nil.NIL));

    /// A quarter of a gigabyte for the configurations of each part, and as many of them as it takes.
    private static final Limits LIMITS = new Limits(Long.MAX_VALUE, 256L << 20, () -> false);

    @Test
    void explainsAHundredThousandOperationsOfOneRegister() {
        var entries = RegisterHistories.of(new Shape(100_000, 10, 1, 0, 100));
        var result = LinearizabilityChecker.check(SPEC, entries, LIMITS);
        assertThat(result).isInstanceOf(Linearizable.class);
        if (result instanceof Linearizable<Keyed.At<RegisterOperation>, Answer>(var order)) {
            assertThat(OrderVerifier.fault(SPEC, entries, order)).isEmpty();
        }
    }

    @Test
    void refusesAReadOfWhatNobodyWroteWhereverItIs() {
        for (int percent : new int[] {1, 50, 99}) {
            var entries = RegisterHistories.of(new Shape(20_000, 5, 3, 0, percent));
            assertThat(LinearizabilityChecker.check(SPEC, entries, LIMITS)).isInstanceOf(NotLinearizable.class);
        }
    }

    @Test
    void decidesTwentyLostOperations() {
        for (int percent : new int[] {90, 100}) {
            var entries = RegisterHistories.of(new Shape(400, 5, 1, 50, percent));
            assertThat(entries.stream().filter(entry -> entry.response() == null))
                    .hasSizeGreaterThanOrEqualTo(15);
            LinearizabilityResult<?, ?> result = LinearizabilityChecker.check(SPEC, entries, LIMITS);
            assertThat(result).isInstanceOf(percent == 100 ? Linearizable.class : NotLinearizable.class);
        }
    }

    @Test
    void givesUpWhenToldToAndSaysWhatItLearned() {
        var entries = RegisterHistories.of(new Shape(50_000, 10, 1, 0, 100));
        assertThat(LinearizabilityChecker.check(SPEC, entries, new Limits(Long.MAX_VALUE, 256L << 20, () -> true)))
                .isInstanceOfSatisfying(Inconclusive.class, gaveUp -> {
                    assertThat(gaveUp.reason()).matches("The search was stopped after [0-9]+ configurations\\.");
                    assertThat(gaveUp.unexplainedFrom()).isBetween(20, 50_000);
                });
        assertThat(LinearizabilityChecker.check(SPEC, entries, new Limits(Long.MAX_VALUE, 1, () -> false), Engine.JIT))
                .isInstanceOfSatisfying(Inconclusive.class, gaveUp -> {
                    assertThat(gaveUp.reason()).startsWith("The configurations need more than 0 MiB; ");
                    assertThat(gaveUp.unexplainedFrom()).isBetween(20, 50_000);
                });
    }
}
