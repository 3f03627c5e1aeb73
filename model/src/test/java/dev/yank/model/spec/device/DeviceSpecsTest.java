package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.DeadAnswer;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeviceSpecsTest {

    @Test
    void choosesAnotherMachineForNumbDevicesOnly() {
        for (DeadAnswer answer : DeadAnswer.values()) {
            Policy policy = Policy.parse("P1=" + answer.text());
            boolean numb = answer == DeadAnswer.OK_NUMB;
            assertThat(DeviceSpecs.forPolicy(DeviceKind.REGISTER, policy))
                    .isInstanceOf(numb ? NumbCharacterDeviceSpec.class : CharacterDeviceSpec.class);
            assertThat(DeviceSpecs.forPolicy(DeviceKind.GPIO, policy))
                    .isInstanceOf(numb ? NumbGpioLineSpec.class : GpioLineSpec.class);
        }
    }

    @Test
    void beginsAsAsked() {
        assertThat(DeviceSpecs.forPolicy(DeviceKind.REGISTER, Policy.DEFAULT).initial())
                .isEqualTo(new DeviceState<>(false, 0, 0, new Register(0)));
        assertThat(DeviceSpecs.forPolicy(DeviceKind.GPIO, Policy.DEFAULT, Initially.BOUND, Faults.NONE)
                        .initial())
                .isEqualTo(new DeviceState<>(true, 0, 0, new GpioLines(0, 0, 0, 0, 0)));
    }

    @Test
    void onlyADeviceThatReportsEventsMayReportWhatItMetWhileItWasBeingBound() {
        assertThat(mayReportEarlyEdge(DeviceKind.EVENTS)).isTrue();
        assertThat(mayReportEarlyEdge(DeviceKind.GPIO)).isFalse();
    }

    private static boolean mayReportEarlyEdge(DeviceKind kind) {
        return mayReportEarlyEdge(DeviceSpecs.forPolicy(kind, Policy.DEFAULT));
    }

    private static <S> boolean mayReportEarlyEdge(SequentialSpec<S, DeviceOperation, Response> spec) {
        Handle handle = new Handle(0, 0);
        @Var S state = spec.initial();
        for (DeviceOperation operation : List.of(new DrivePin(0, 3, 1), new Probe(0), new Open(handle))) {
            state = spec.effects(state, operation).getFirst().next();
        }
        return spec.effects(state, new ReadEvent(handle, Waiting.NONBLOCKING)).stream()
                .anyMatch(effect -> effect.response().equals(Response.done(3)));
    }
}
