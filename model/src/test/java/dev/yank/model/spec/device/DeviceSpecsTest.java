package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.rule.DeadAnswer;
import dev.yank.model.rule.Policy;
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
}
