package dev.yank.model.linearize;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The sentence that says why an operation cannot be placed, the same for every specification.
final class Refusal {

    private Refusal() {}

    /// What the operation may answer in a state, and what it answered.
    static <S, O, R> String sentence(SequentialSpec<S, O, R> spec, S state, Entry<O, R> entry) {
        List<String> allowed = new ArrayList<>();
        for (Effect<S, R> effect : spec.effects(state, entry.operation())) {
            allowed.add(spec.describeResponse(effect.response()));
        }
        String may = allowed.isEmpty() ? "cannot take effect" : "may answer [" + String.join(", ", allowed) + "]";
        R answered = Objects.requireNonNull(entry.response());
        return spec.describeOperation(entry.operation()) + " " + may + " here, but answered "
                + spec.describeResponse(answered) + ".";
    }
}
