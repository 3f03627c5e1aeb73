package dev.yank.harness.check;

import dev.yank.model.rule.Policy;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.classic.Answer;
import dev.yank.model.spec.classic.RecordedSpec;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceSpecs;
import dev.yank.model.spec.device.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The specification of a device, for histories that Yank recorded: a completion holds one number, a value or a
/// negative error number.
///
/// @param <S> states
final class DeviceHistorySpec<S> implements RecordedSpec<S, DeviceOperation> {

    private final String name;
    private final SequentialSpec<S, DeviceOperation, Response> device;

    private DeviceHistorySpec(String name, SequentialSpec<S, DeviceOperation, Response> device) {
        this.name = name;
        this.device = device;
    }

    /// A device that no driver is bound to in the beginning.
    static RecordedSpec<?, ?> of(String name, DeviceKind kind, Policy policy) {
        return of(name, DeviceSpecs.forPolicy(kind, policy));
    }

    private static <S> RecordedSpec<S, DeviceOperation> of(
            String name, SequentialSpec<S, DeviceOperation, Response> device) {
        return new DeviceHistorySpec<>(name, device);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public S initial() {
        return device.initial();
    }

    @Override
    public List<Effect<S, Answer>> effects(S state, DeviceOperation operation) {
        List<Effect<S, Answer>> effects = new ArrayList<>();
        for (Effect<S, Response> effect : device.effects(state, operation)) {
            effects.add(new Effect<>(
                    effect.next(), new Answer.Value((long) effect.response().coded())));
        }
        return effects;
    }

    @Override
    public Object partition(DeviceOperation operation) {
        return device.partition(operation);
    }

    @Override
    public boolean onlyObserves(DeviceOperation operation, @Nullable Answer response) {
        return device.onlyObserves(
                operation, response instanceof Answer.Value(Long number) ? Response.of(Math.toIntExact(number)) : null);
    }

    @Override
    public String describeOperation(DeviceOperation operation) {
        return device.describeOperation(operation);
    }

    @Override
    public String describeResponse(Answer response) {
        return response instanceof Answer.Value(Long number)
                ? device.describeResponse(Response.of(Math.toIntExact(number)))
                : response.toString();
    }

    @Override
    public DeviceOperation operation(String f, Object asked) {
        return DeviceOperation.of(f, asked);
    }

    @Override
    public Answer answer(DeviceOperation operation, Object answered) {
        if (answered instanceof Long number && number.intValue() == number) {
            // Refuses what is no error number.
            return new Answer.Value((long) Response.of(number.intValue()).coded());
        }
        throw new IllegalArgumentException("The answer to an operation on a device is a value or a negative error"
                + " number, but was " + answered + ".");
    }
}
