package dev.yank.model.spec.device;

import dev.yank.model.rule.Policy;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Eight GPIO lines with edge events, whose dead handles refuse as policies P1 and P2 say, after the events
/// that policy P8 still delivers.
public final class GpioLineSpec implements SequentialSpec<DeviceState<GpioLines>, DeviceOperation, Response> {

    private final DeviceLife<GpioLines> life;

    /// The specification of a device that no driver is bound to yet, in a kernel without faults.
    public GpioLineSpec(Policy policy) {
        this(policy, Initially.GONE, Faults.NONE);
    }

    /// The specification of a device in a given beginning.
    ///
    /// @throws IllegalArgumentException if the policy is numb, for which there is [NumbGpioLineSpec]
    public GpioLineSpec(Policy policy, Initially initially, Faults faults) {
        this(policy, initially, faults, GpioHardware.Unbound.UNSEEN);
    }

    private GpioLineSpec(Policy policy, Initially initially, Faults faults, GpioHardware.Unbound unbound) {
        var dead = new DeadAnswers(policy);
        var hardware = new GpioHardware(
                unbound, policy.queuedEvents(), (state, access) -> Effects.anyOf(state, dead.to(access)));
        this.life = new DeviceLife<>(hardware, policy, initially, faults);
    }

    /// The specification of a device that reports events, and may report those that it met while it was being
    /// bound.
    static GpioLineSpec ofEvents(Policy policy, Initially initially, Faults faults) {
        return new GpioLineSpec(policy, initially, faults, GpioHardware.Unbound.MAY_BE_DELIVERED);
    }

    @Override
    public String name() {
        return "GPIO lines";
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
}
