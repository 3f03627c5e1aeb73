package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.linearize.Recording;
import dev.yank.model.rule.Errno;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NumbGpioLineSpecTest {

    private static final Handle FIRST = new Handle(0, 0);
    private static final DeviceOperation OPEN = new Open(FIRST);
    private static final DeviceOperation UNPLUG = new Unplug(0, Removal.SURPRISE);
    private static final DeviceOperation HIGH = new DirectionOutput(FIRST, 4, 1);
    private static final DeviceOperation GET = new GetLine(FIRST, 4);
    private static final Response DONE = Response.done(0);

    private final SpecProbe<DeviceState<GpioLines>> spec =
            new SpecProbe<>(new NumbGpioLineSpec(Policy.parse("P1=OK-numb"), Initially.BOUND, Faults.NONE));

    @Test
    void modelsExpectedSemantics() {
        assertThat(spec.answers(List.of(OPEN, HIGH), GET)).containsExactly(1);
        List<DeviceOperation> numb = List.of(OPEN, HIGH, new DrivePin(0, 5, 1), UNPLUG, HIGH);
        assertThat(spec.answers(numb, GET)).containsExactly(0);
        assertThat(spec.answers(numb, new GetLine(FIRST, 5))).containsExactly(0, 1);
        assertThat(spec.answers(numb, HIGH)).containsExactly(0);
        assertThat(spec.answers(numb, new ReadEvent(FIRST, Waiting.BLOCKING))).containsExactly(0);
        assertThat(spec.answers(numb, new Poll(FIRST))).containsExactly(0x18);
        assertThat(spec.answers(numb, new Close(FIRST))).containsExactly(0);
        assertThat(spec.answers(List.of(OPEN), new ReadEvent(FIRST, Waiting.BLOCKING)))
                .isEmpty();
    }

    @Test
    void reachesACountedNumberOfStates() {
        // Bound: input or output high with the handle closed or live, input with it dead. Gone: closed or dead.
        assertThat(spec.reachable(List.of(new Probe(0), UNPLUG, OPEN, new Close(FIRST), HIGH)))
                .isEqualTo(2 * 2 + 1 + 2);
    }

    @Test
    void acceptsValidHistories() {
        spec.accepts(begun().does(1, UNPLUG, DONE).does(0, HIGH, DONE).does(0, GET, DONE));
        spec.accepts(begun().invokes(1, UNPLUG)
                .does(0, GET, Response.done(1))
                .does(0, GET, DONE)
                .answers(1, DONE));
    }

    @Test
    void rejectsInvalidHistories() {
        spec.rejects(
                begun().does(0, GET, DONE), "get-line 4 on handle 0 of device 0 may answer [1] here, but answered 0.");
        spec.rejects(
                begun().does(1, UNPLUG, DONE).does(0, GET, Response.done(1)),
                "get-line 4 on handle 0 of device 0 may answer [0] here, but answered 1.");
        spec.rejects(
                begun().does(1, UNPLUG, DONE).does(0, GET, Response.failed(Errno.ENODEV)),
                "get-line 4 on handle 0 of device 0 may answer [0] here, but answered ENODEV.");
    }

    private static Recording<DeviceOperation, Response> begun() {
        return new Recording<DeviceOperation, Response>().does(0, OPEN, DONE).does(0, HIGH, DONE);
    }
}
