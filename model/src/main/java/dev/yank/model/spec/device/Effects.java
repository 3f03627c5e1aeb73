package dev.yank.model.spec.device;

import dev.yank.model.spec.Effect;
import java.util.ArrayList;
import java.util.List;

/// The rows of the decision tables.
final class Effects {

    static final Response DONE = Response.done(0);

    private Effects() {}

    /// One effect.
    static <D> List<Effect<DeviceState<D>, Response>> only(DeviceState<D> next, Response response) {
        return List.of(new Effect<>(next, response));
    }

    /// A choice of responses that all leave the same state.
    static <D> List<Effect<DeviceState<D>, Response>> anyOf(DeviceState<D> next, List<Response> responses) {
        if (responses.size() == 1) {
            return only(next, responses.getFirst());
        }
        List<Effect<DeviceState<D>, Response>> effects = new ArrayList<>(responses.size());
        for (Response response : responses) {
            effects.add(new Effect<>(next, response));
        }
        return effects;
    }
}
