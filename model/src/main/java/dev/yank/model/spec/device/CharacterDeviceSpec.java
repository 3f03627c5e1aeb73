package dev.yank.model.spec.device;

import dev.yank.model.rule.Policy;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A character device with one register, whose dead handles refuse as policies P1 and P2 say.
///
/// Which instance a handle belongs to decides for ever whether it is live or dead, so a device that is
/// plugged in again does not revive old handles.
public final class CharacterDeviceSpec implements SequentialSpec<DeviceState<Register>, DeviceOperation, Response> {

    private final DeviceLife<Register> life;

    /// The specification of a device that no driver is bound to yet, in a kernel without faults.
    public CharacterDeviceSpec(Policy policy) {
        this(policy, Initially.GONE, Faults.NONE);
    }

    /// The specification of a device in a given beginning.
    ///
    /// @throws IllegalArgumentException if the policy is numb, for which there is [NumbCharacterDeviceSpec]
    public CharacterDeviceSpec(Policy policy, Initially initially, Faults faults) {
        var dead = new DeadAnswers(policy);
        var hardware = new RegisterHardware((state, access) -> Effects.anyOf(state, dead.to(access)));
        this.life = new DeviceLife<>(hardware, policy, initially, faults);
    }

    @Override
    public String name() {
        return "character device";
    }

    @Override
    public DeviceState<Register> initial() {
        return life.initial();
    }

    @Override
    public List<Effect<DeviceState<Register>, Response>> effects(
            DeviceState<Register> state, DeviceOperation operation) {
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
