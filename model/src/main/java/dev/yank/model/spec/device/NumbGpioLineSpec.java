package dev.yank.model.spec.device;

import static dev.yank.model.spec.device.Effects.DONE;
import static dev.yank.model.spec.device.Effects.anyOf;
import static dev.yank.model.spec.device.Effects.only;

import dev.yank.model.rule.Policy;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.device.DeviceOperation.Access;
import dev.yank.model.spec.device.DeviceOperation.DirectionInput;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Transfer;
import dev.yank.model.spec.device.DeviceOperation.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Eight GPIO lines that go numb: once the chip is gone, every access succeeds, every line reads low and
/// nothing happens.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Linus
/// Walleij, 2021.
public final class NumbGpioLineSpec implements SequentialSpec<DeviceState<GpioLines>, DeviceOperation, Response> {

    private final DeviceLife<GpioLines> life;

    /// The specification of a device that no driver is bound to yet, in a kernel without faults.
    public NumbGpioLineSpec(Policy policy) {
        this(policy, Initially.GONE, Faults.NONE);
    }

    /// The specification of a device in a given beginning.
    public NumbGpioLineSpec(Policy policy, Initially initially, Faults faults) {
        List<Response> poll = DeadAnswers.poll(policy.deadPoll());
        var hardware = new GpioHardware(
                GpioHardware.Unbound.UNSEEN, policy.queuedEvents(), (state, access) -> numb(state, access, poll));
        this.life = new DeviceLife<>(hardware, policy, initially, faults);
    }

    @Override
    public String name() {
        return "numb GPIO lines";
    }

    @Override
    public DeviceState<GpioLines> initial() {
        return life.initial();
    }

    @Override
    public List<Effect<DeviceState<GpioLines>, Response>> effects(
            DeviceState<GpioLines> state, DeviceOperation operation) {
        return life.effects(state, operation);
    }

    /// Devices do not influence each other.
    @Override
    public Object partition(DeviceOperation operation) {
        return operation.device();
    }

    @Override
    public boolean onlyObserves(DeviceOperation operation, @Nullable Response response) {
        return Observations.only(operation, response);
    }

    @Override
    public String describeOperation(DeviceOperation operation) {
        return Describe.operation(operation);
    }

    private static List<Effect<DeviceState<GpioLines>, Response>> numb(
            DeviceState<GpioLines> state, Access access, List<Response> poll) {
        return switch (access) {
            case DirectionInput _, DirectionOutput _, GetLine _, SetLine _, ReadEvent _ -> only(state, DONE);
            case Read _, Write _, Factorial _, Transfer _ -> only(state, DONE);
            case Poll _ -> anyOf(state, poll);
        };
    }
}
