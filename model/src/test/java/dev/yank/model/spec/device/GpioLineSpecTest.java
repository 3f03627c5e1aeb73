package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.linearize.Recording;
import dev.yank.model.rule.Errno;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.DirectionInput;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GpioLineSpecTest {

    private static final Handle FIRST = new Handle(0, 0);
    private static final Handle SECOND = new Handle(0, 1);
    private static final DeviceOperation OPEN = new Open(FIRST);
    private static final DeviceOperation PROBE = new Probe(0);
    private static final DeviceOperation UNPLUG = new Unplug(0, Removal.ORDERLY);
    private static final DeviceOperation RISE = new DrivePin(0, 2, 1);
    private static final DeviceOperation FALL = new DrivePin(0, 2, 0);
    private static final DeviceOperation WAIT = new ReadEvent(FIRST, Waiting.BLOCKING);
    private static final DeviceOperation LOOK = new ReadEvent(FIRST, Waiting.NONBLOCKING);
    private static final Response DONE = Response.done(0);
    private static final Response ENODEV = Response.failed(Errno.ENODEV);

    private final SpecProbe<DeviceState<GpioLines>> dropping = probe("P8=drop");
    private final SpecProbe<DeviceState<GpioLines>> delivering = probe("P8=deliver-then-dead");

    @Test
    void modelsLevelsAndDirections() {
        DeviceOperation get = new GetLine(FIRST, 2);
        DeviceOperation outputHigh = new DirectionOutput(FIRST, 2, 1);
        assertThat(dropping.answers(List.of(OPEN), get)).containsExactly(0);
        assertThat(dropping.answers(List.of(OPEN, RISE), get)).containsExactly(1);
        assertThat(dropping.answers(List.of(OPEN, RISE), new GetLine(FIRST, 3))).containsExactly(0);
        assertThat(dropping.answers(List.of(OPEN, outputHigh), get)).containsExactly(1);
        assertThat(dropping.answers(List.of(OPEN, outputHigh, new SetLine(FIRST, 2, 0)), get))
                .containsExactly(0);
        // The hardware drops a write to an input.
        assertThat(dropping.answers(List.of(OPEN, new SetLine(FIRST, 2, 1)), get))
                .containsExactly(0);
        assertThat(dropping.answers(List.of(OPEN, outputHigh, new DirectionInput(FIRST, 2)), get))
                .containsExactly(0);
        // A new instance begins with inputs; pins stay as the world drives them.
        assertThat(dropping.answers(
                        List.of(OPEN, RISE, new DirectionOutput(FIRST, 3, 1), UNPLUG, PROBE, new Open(SECOND)),
                        new GetLine(SECOND, 3)))
                .containsExactly(0);
        assertThat(dropping.answers(List.of(OPEN, RISE, UNPLUG, PROBE, new Open(SECOND)), new GetLine(SECOND, 2)))
                .containsExactly(1);
        assertThat(dropping.answers(List.of(OPEN), new Read(FIRST))).containsExactly(-22);
        assertThat(dropping.answers(List.of(OPEN), new Factorial(FIRST, 1))).containsExactly(-25);
    }

    @Test
    void modelsExpectedSemantics() {
        assertThat(dropping.answers(List.of(OPEN), WAIT)).isEmpty();
        assertThat(dropping.answers(List.of(OPEN), LOOK)).containsExactly(-11);
        assertThat(dropping.answers(List.of(OPEN), new Poll(FIRST))).containsExactly(0);
        assertThat(dropping.answers(List.of(OPEN, RISE), WAIT)).containsExactly(2);
        assertThat(dropping.answers(List.of(OPEN, RISE), LOOK)).containsExactly(2, -11);
        assertThat(dropping.answers(List.of(OPEN, RISE), new Poll(FIRST))).containsExactly(1, 0);
        assertThat(dropping.answers(List.of(OPEN, RISE, WAIT), WAIT)).isEmpty();
        assertThat(dropping.answers(List.of(OPEN, RISE, RISE, WAIT), WAIT)).isEmpty();
        assertThat(dropping.answers(List.of(OPEN, RISE, FALL, RISE, WAIT), WAIT))
                .containsExactly(2);
        assertThat(dropping.answers(List.of(OPEN, new DirectionOutput(FIRST, 2, 0), RISE), WAIT))
                .isEmpty();
        assertThat(dropping.answers(List.of(OPEN, RISE, new DrivePin(0, 5, 1)), WAIT))
                .containsExactly(2, 5);
        assertThat(dropping.answers(List.of(OPEN, UNPLUG, RISE, PROBE, new Open(SECOND)), LOOK))
                .containsExactly(-19);
    }

    @Test
    void losesOrDeliversQueuedEventsByPolicy() {
        List<DeviceOperation> queued = List.of(OPEN, RISE, UNPLUG);
        assertThat(dropping.answers(queued, WAIT)).containsExactly(-19);
        assertThat(delivering.answers(queued, WAIT)).containsExactly(2, -19);
        assertThat(delivering.answers(List.of(OPEN, RISE, UNPLUG, WAIT), WAIT)).containsExactly(-19);
        // A read of the line that was in flight may still see the pin.
        assertThat(delivering.answers(queued, new GetLine(FIRST, 2))).containsExactly(-19, 1);
        // A new instance neither shows nor forgets the events of the old one.
        List<DeviceOperation> again = List.of(OPEN, RISE, UNPLUG, PROBE, new Open(SECOND));
        assertThat(delivering.answers(again, new ReadEvent(SECOND, Waiting.BLOCKING)))
                .isEmpty();
        assertThat(delivering.answers(again, WAIT)).containsExactly(2, -19);
    }

    @Test
    void countsNoMoreThanSixteenEdges() {
        List<DeviceOperation> edges = new ArrayList<>(List.of(OPEN));
        for (int i = 0; i < GpioLines.MOST_EDGES + 3; i++) {
            edges.addAll(List.of(RISE, FALL));
        }
        for (int i = 0; i < GpioLines.MOST_EDGES; i++) {
            assertThat(dropping.answers(edges, WAIT)).containsExactly(2);
            edges.add(WAIT);
        }
        assertThat(dropping.answers(edges, WAIT)).isEmpty();
    }

    @Test
    void reachesACountedNumberOfStates() {
        List<DeviceOperation> operations = List.of(
                PROBE,
                UNPLUG,
                OPEN,
                new Close(FIRST),
                new DirectionInput(FIRST, 2),
                new SetLine(FIRST, 2, 0),
                new SetLine(FIRST, 2, 1),
                new DirectionOutput(FIRST, 2, 0),
                new DirectionOutput(FIRST, 2, 1));
        // Bound: input, output low or high with the handle closed or live, input with it dead. Gone: closed or dead.
        assertThat(dropping.reachable(operations)).isEqualTo(3 * 2 + 1 + 2);
        // Bound: the handle is closed, live or dead, the pin low or high, with 0 to 16 edges. Gone: handle and pin.
        assertThat(dropping.reachable(List.of(PROBE, UNPLUG, OPEN, new Close(FIRST), RISE, FALL, WAIT)))
                .isEqualTo(3 * 2 * 17 + 2 * 2);
        // As many orphans, in every state.
        assertThat(delivering.reachable(List.of(PROBE, UNPLUG, OPEN, new Close(FIRST), RISE, FALL, WAIT)))
                .isEqualTo((3 * 2 * 17 + 2 * 2) * 17);
    }

    @Test
    void acceptsValidHistories() {
        // A reader that waits through the removal is woken with the dead answer.
        dropping.accepts(opened().invokes(0, WAIT).does(1, UNPLUG, DONE).answers(0, ENODEV));
        // One that waits for ever is for a trace to judge.
        dropping.accepts(opened().invokes(0, WAIT).does(1, new DrivePin(0, 2, 1), DONE));
        dropping.accepts(opened().invokes(0, WAIT).does(1, RISE, DONE).answers(0, Response.done(2)));
        dropping.accepts(opened().does(1, RISE, DONE)
                .does(0, LOOK, Response.failed(Errno.EAGAIN))
                .does(0, LOOK, Response.done(2)));
        delivering.accepts(opened().does(1, RISE, DONE)
                .does(1, UNPLUG, DONE)
                .does(0, WAIT, Response.done(2))
                .does(0, WAIT, ENODEV));
    }

    @Test
    void rejectsInvalidHistories() {
        dropping.rejects(
                opened().does(0, LOOK, Response.done(2)),
                "read-event nonblocking on handle 0 of device 0 may answer [EAGAIN] here, but answered 2.");
        dropping.rejects(
                opened().does(0, WAIT, Response.failed(Errno.EAGAIN)),
                "read-event blocking on handle 0 of device 0 cannot take effect here, but answered EAGAIN.");
        dropping.rejects(
                opened().does(1, RISE, DONE).does(1, UNPLUG, DONE).does(0, WAIT, Response.done(2)),
                "read-event blocking on handle 0 of device 0 may answer [ENODEV] here, but answered 2.");
        dropping.rejects(
                opened().does(0, new SetLine(FIRST, 2, 1), DONE).does(0, new GetLine(FIRST, 2), Response.done(1)),
                "get-line 2 on handle 0 of device 0 may answer [0] here, but answered 1.");
    }

    private static Recording<DeviceOperation, Response> opened() {
        return new Recording<DeviceOperation, Response>().does(0, OPEN, DONE);
    }

    private static SpecProbe<DeviceState<GpioLines>> probe(String policy) {
        return new SpecProbe<>(new GpioLineSpec(Policy.parse(policy), Initially.BOUND, Faults.NONE));
    }
}
