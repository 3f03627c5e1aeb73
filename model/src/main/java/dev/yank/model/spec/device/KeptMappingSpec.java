package dev.yank.model.spec.device;

import static dev.yank.model.spec.device.Effects.DONE;

import dev.yank.model.rule.Policy;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.device.DeviceOperation.Access;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.FromOutside;
import dev.yank.model.spec.device.DeviceOperation.OnHandle;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.Write;
import dev.yank.model.spec.device.Standing.Dead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A register that processes map, whose mappings keep what they showed last (policy P7, keep until munmap): memory
/// that the processes which mapped one instance go on sharing, and no device any more.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent Pinchart,
/// 2021.
public final class KeptMappingSpec implements SequentialSpec<KeptMappings, DeviceOperation, Response> {

    private final DeviceLife<Register> life;

    /// The specification of a device in a given beginning.
    public KeptMappingSpec(Policy policy, Initially initially, Faults faults) {
        var dead = new DeadAnswers(policy);
        var hardware = new RegisterHardware((state, access) -> Effects.anyOf(state, dead.to(access)));
        this.life = new DeviceLife<>(hardware, policy, initially, faults);
    }

    @Override
    public String name() {
        return "mapped register that is kept";
    }

    @Override
    public KeptMappings initial() {
        return new KeptMappings(life.initial(), List.of());
    }

    @Override
    public List<Effect<KeptMappings, Response>> effects(KeptMappings state, DeviceOperation operation) {
        return switch (operation) {
            case OnHandle on when state.device().standing(on.handle()) instanceof Dead -> throughDead(state, on);
            case OnHandle _, Open _, FromOutside _, ReferenceOperation _ -> ofLife(state, operation);
        };
    }

    private List<Effect<KeptMappings, Response>> throughDead(KeptMappings state, OnHandle operation) {
        return switch (operation) {
            case Read(Handle handle) -> List.of(new Effect<>(state, Response.done(state.load(handle))));
            case Write(Handle handle, int content) -> List.of(new Effect<>(state.stored(handle, content), DONE));
            case Close _, Access _ -> ofLife(state, operation);
        };
    }

    private List<Effect<KeptMappings, Response>> ofLife(KeptMappings state, DeviceOperation operation) {
        return life.effects(state.device(), operation).stream()
                .map(effect -> new Effect<>(follow(state, operation, effect.next()), effect.response()))
                .toList();
    }

    /// What becomes of the mappings when the device comes to `next`.
    private static KeptMappings follow(KeptMappings state, DeviceOperation operation, DeviceState<Register> next) {
        if (state.device().bound() && !next.bound()) {
            return state.removed(next);
        }
        return switch (operation) {
            case Close(Handle handle) -> state.unmapped(next, handle);
            case Open(Handle handle) when next.standing(handle) instanceof Dead -> state.mappedLate(next, handle);
            case Open _, Access _, FromOutside _, ReferenceOperation _ -> state.with(next);
        };
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
