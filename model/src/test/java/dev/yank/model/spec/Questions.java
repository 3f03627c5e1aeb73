package dev.yank.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.linearize.Recording;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Asks any specification questions, for tests.
public record Questions<S, O, R>(SequentialSpec<S, O, R> spec) {

    /// All states that the operations can reach without leaving `bound`.
    public Set<S> reachable(List<O> operations, Predicate<S> bound) {
        Set<S> seen = new LinkedHashSet<>(List.of(spec.initial()));
        ArrayDeque<S> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            S state = waiting.remove();
            for (O operation : operations) {
                for (Effect<S, R> effect : spec.effects(state, operation)) {
                    if (bound.test(effect.next()) && seen.add(effect.next())) {
                        waiting.add(effect.next());
                    }
                }
            }
        }
        return seen;
    }

    /// Expects an explanation of the history.
    public void accepts(Recording<O, R> recording) {
        assertThat(LinearizabilityChecker.check(spec, recording.entries(), Limits.DEFAULT))
                .isInstanceOf(Linearizable.class);
    }

    /// Expects a refusal of the history in these words.
    public void rejects(Recording<O, R> recording, String sentence) {
        assertThat(LinearizabilityChecker.check(spec, recording.entries(), Limits.DEFAULT))
                .isInstanceOfSatisfying(
                        NotLinearizable.class,
                        result -> assertThat(result.sentence()).isEqualTo(sentence));
    }
}
