package dev.yank.model.spec.device;

import dev.yank.model.rule.DeadAnswer;
import dev.yank.model.rule.DeadMapping;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.SequentialSpec;

/// Chooses the specification for a kind of device and a policy.
public final class DeviceSpecs {

    private DeviceSpecs() {}

    /// The specification of a device that no driver is bound to yet, in a kernel without faults.
    public static SequentialSpec<?, DeviceOperation, Response> forPolicy(DeviceKind kind, Policy policy) {
        return forPolicy(kind, policy, Initially.GONE, Faults.NONE);
    }

    /// The specification of a device in a given beginning.
    public static SequentialSpec<?, DeviceOperation, Response> forPolicy(
            DeviceKind kind, Policy policy, Initially initially, Faults faults) {
        boolean numb = policy.deadAnswer() == DeadAnswer.OK_NUMB;
        return switch (kind) {
            case REGISTER -> register(policy, initially, faults);
            case OBJECT -> new ReferenceSpec(faults);
            case EVENTS ->
                numb
                        ? new NumbGpioLineSpec(policy, initially, faults)
                        : GpioLineSpec.ofEvents(policy, initially, faults);
            case GPIO ->
                numb ? new NumbGpioLineSpec(policy, initially, faults) : new GpioLineSpec(policy, initially, faults);
        };
    }

    private static SequentialSpec<?, DeviceOperation, Response> register(
            Policy policy, Initially initially, Faults faults) {
        if (policy.deadMapping() == DeadMapping.KEEP) {
            return new KeptMappingSpec(policy, initially, faults);
        }
        return policy.deadAnswer() == DeadAnswer.OK_NUMB
                ? new NumbCharacterDeviceSpec(policy, initially, faults)
                : new CharacterDeviceSpec(policy, initially, faults);
    }
}
