package dev.yank.model.spec.device;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Recording;
import dev.yank.model.spec.Questions;
import dev.yank.model.spec.SequentialSpec;
import java.util.List;

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
        return new Questions<>(spec).reachable(operations, _ -> true).size();
    }

    void accepts(Recording<DeviceOperation, Response> recording) {
        new Questions<>(spec).accepts(recording);
    }

    void rejects(Recording<DeviceOperation, Response> recording, String sentence) {
        new Questions<>(spec).rejects(recording, sentence);
    }
}
