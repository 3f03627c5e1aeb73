package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.linearize.Recording;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Asks a specification of a device questions, for tests.
final class SpecProbe<S> {

    private final SequentialSpec<S, DeviceOperation, Response> spec;

    SpecProbe(SequentialSpec<S, DeviceOperation, Response> spec) {
        this.spec = spec;
    }

    /// What an operation may answer after others, each of which takes its first effect.
    List<Integer> answers(List<DeviceOperation> before, DeviceOperation operation) {
        @Var S state = spec.initial();
        for (DeviceOperation earlier : before) {
            state = spec.effects(state, earlier).getFirst().next();
        }
        return spec.effects(state, operation).stream()
                .map(effect -> effect.response().coded())
                .toList();
    }

    /// How many states the operations can reach.
    int reachable(List<DeviceOperation> operations) {
        Set<S> seen = new LinkedHashSet<>(List.of(spec.initial()));
        ArrayDeque<S> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            S state = waiting.remove();
            for (DeviceOperation operation : operations) {
                for (Effect<S, Response> effect : spec.effects(state, operation)) {
                    if (seen.add(effect.next())) {
                        waiting.add(effect.next());
                    }
                }
            }
        }
        return seen.size();
    }

    void accepts(Recording<DeviceOperation, Response> recording) {
        assertThat(LinearizabilityChecker.check(spec, recording.entries(), Limits.DEFAULT))
                .isInstanceOf(Linearizable.class);
    }

    void rejects(Recording<DeviceOperation, Response> recording, String sentence) {
        assertThat(LinearizabilityChecker.check(spec, recording.entries(), Limits.DEFAULT))
                .isInstanceOfSatisfying(
                        NotLinearizable.class,
                        result -> assertThat(result.sentence()).isEqualTo(sentence));
    }
}
