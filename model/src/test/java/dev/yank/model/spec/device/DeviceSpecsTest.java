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
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeviceSpecsTest {

    private static final DeviceOperation HIGH = new DrivePin(0, 3, 1);
    private static final DeviceOperation LOW = new DrivePin(0, 3, 0);

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
        List<DeviceOperation> early = List.of(HIGH, new Probe(0));
        assertThat(mayReport(DeviceKind.EVENTS, early)).isTrue();
        assertThat(mayReport(DeviceKind.GPIO, early)).isFalse();
    }

    @Test
    void aFingerThatIsDownAtTheRemovalMayBeReportedByTheNextInstance() {
        List<DeviceOperation> again = List.of(new Probe(0), HIGH, new Unplug(0, Removal.ORDERLY), new Probe(0));
        List<DeviceOperation> lifted = List.of(new Probe(0), HIGH, LOW, new Unplug(0, Removal.ORDERLY), new Probe(0));
        assertThat(mayReport(DeviceKind.EVENTS, again)).isTrue();
        assertThat(mayReport(DeviceKind.EVENTS, lifted)).isFalse();
        assertThat(mayReport(DeviceKind.GPIO, again)).isFalse();
    }

    private static boolean mayReport(DeviceKind kind, List<DeviceOperation> before) {
        return mayReport(DeviceSpecs.forPolicy(kind, Policy.DEFAULT), before);
    }

    private static <S> boolean mayReport(
            SequentialSpec<S, DeviceOperation, Response> spec, List<DeviceOperation> before) {
        Handle handle = new Handle(0, 0);
        @Var S state = spec.initial();
        for (DeviceOperation operation : before) {
            state = spec.effects(state, operation).getFirst().next();
        }
        state = spec.effects(state, new Open(handle)).getFirst().next();
        return spec.effects(state, new ReadEvent(handle, Waiting.NONBLOCKING)).stream()
                .anyMatch(effect -> effect.response().equals(Response.done(3)));
    }
}
