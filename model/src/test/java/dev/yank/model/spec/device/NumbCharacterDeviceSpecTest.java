package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.linearize.Recording;
import dev.yank.model.rule.Errno;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.Transfer;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceOperation.Write;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NumbCharacterDeviceSpecTest {

    private static final Handle FIRST = new Handle(0, 0);
    private static final DeviceOperation UNPLUG = new Unplug(0, Removal.SURPRISE);
    private static final Response DONE = Response.done(0);

    private final SpecProbe<DeviceState<Register>> spec = new SpecProbe<>(
            new NumbCharacterDeviceSpec(Policy.parse("P1=OK-numb P2=numb-zero"), Initially.BOUND, Faults.NONE));

    @Test
    void modelsExpectedSemantics() {
        List<DeviceOperation> live = List.of(new Open(FIRST), new Write(FIRST, 7));
        List<DeviceOperation> numb = List.of(new Open(FIRST), new Write(FIRST, 7), UNPLUG, new Write(FIRST, 8));
        assertThat(spec.answers(live, new Read(FIRST))).containsExactly(7);
        assertThat(spec.answers(live, new GetLine(FIRST, 3))).containsExactly(-25);
        assertThat(spec.answers(numb, new Read(FIRST))).containsExactly(0);
        assertThat(spec.answers(numb, new Write(FIRST, 9))).containsExactly(0);
        assertThat(spec.answers(numb, new Transfer(FIRST, 64))).containsExactly(0);
        assertThat(spec.answers(numb, new GetLine(FIRST, 3))).containsExactly(0);
        assertThat(spec.answers(numb, new Poll(FIRST))).containsExactly(0);
        assertThat(spec.answers(numb, new Open(new Handle(0, 1)))).containsExactly(-6, -19, 0);
        assertThat(spec.answers(numb, new Close(FIRST))).containsExactly(0);
    }

    @Test
    void reachesACountedNumberOfStates() {
        // Bound: 2 values for a handle that is closed or live, and 0 for a dead one. Gone: closed or dead.
        assertThat(spec.reachable(
                        List.of(new Probe(0), UNPLUG, new Open(FIRST), new Close(FIRST), new Write(FIRST, 1))))
                .isEqualTo(2 * 2 + 1 + 2);
    }

    @Test
    void acceptsValidHistories() {
        spec.accepts(
                begun().does(1, UNPLUG, DONE).does(0, new Write(FIRST, 9), DONE).does(0, new Read(FIRST), DONE));
        spec.accepts(begun().invokes(1, UNPLUG)
                .does(0, new Read(FIRST), Response.done(7))
                .answers(1, DONE));
        spec.accepts(begun().invokes(1, UNPLUG).does(0, new Read(FIRST), DONE).answers(1, DONE));
    }

    @Test
    void rejectsInvalidHistories() {
        spec.rejects(
                begun().does(0, new Read(FIRST), DONE),
                "read on handle 0 of device 0 may answer [7] here, but answered 0.");
        spec.rejects(
                begun().does(1, UNPLUG, DONE).does(0, new Read(FIRST), Response.failed(Errno.ENODEV)),
                "read on handle 0 of device 0 may answer [0] here, but answered ENODEV.");
        spec.rejects(
                begun().does(1, UNPLUG, DONE).does(0, new Read(FIRST), Response.done(7)),
                "read on handle 0 of device 0 may answer [0] here, but answered 7.");
    }

    private static Recording<DeviceOperation, Response> begun() {
        return new Recording<DeviceOperation, Response>()
                .does(0, new Open(FIRST), DONE)
                .does(0, new Write(FIRST, 7), DONE);
    }
}
