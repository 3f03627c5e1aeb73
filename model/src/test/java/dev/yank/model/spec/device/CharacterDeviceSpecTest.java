package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.model.linearize.Recording;
import dev.yank.model.rule.Errno;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Delete;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.Resume;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Suspend;
import dev.yank.model.spec.device.DeviceOperation.Transfer;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceOperation.Write;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CharacterDeviceSpecTest {

    private static final Handle FIRST = new Handle(0, 0);
    private static final Handle SECOND = new Handle(0, 1);
    private static final DeviceOperation PROBE = new Probe(0);
    private static final DeviceOperation UNPLUG = new Unplug(0, Removal.ORDERLY);
    private static final List<DeviceOperation> DEAD = List.of(PROBE, new Open(FIRST), new Write(FIRST, 7), UNPLUG);
    private static final Response DONE = Response.done(0);
    private static final Response ENODEV = Response.failed(Errno.ENODEV);

    private final SpecProbe<DeviceState<Register>> spec = probe("");

    @Test
    void modelsExpectedSemantics() {
        List<DeviceOperation> live = List.of(PROBE, new Open(FIRST), new Write(FIRST, 7));
        assertThat(spec.answers(live, new Read(FIRST))).containsExactly(7);
        assertThat(spec.answers(live, new Poll(FIRST))).containsExactly(5);
        assertThat(spec.answers(live, new Factorial(FIRST, 5))).containsExactly(120);
        assertThat(spec.answers(live, new Transfer(FIRST, 64))).containsExactly(64);
        assertThat(spec.answers(live, new Close(FIRST))).containsExactly(0);
        assertThat(spec.answers(live, new GetLine(FIRST, 0))).containsExactly(-25);
        assertThat(spec.answers(live, new ReadEvent(FIRST, Waiting.BLOCKING))).containsExactly(-25);
        assertThat(spec.answers(live, new Read(SECOND))).containsExactly(-9);
        assertThat(spec.answers(live, new Open(FIRST))).isEmpty();
        assertThat(spec.answers(live, PROBE)).containsExactly(-16);
        assertThat(spec.answers(live, new Suspend(0))).containsExactly(0);
        assertThat(spec.answers(live, new DrivePin(0, 0, 1))).containsExactly(0);
        assertThat(spec.answers(List.of(), new Resume(0))).containsExactly(-19);
        assertThat(spec.answers(List.of(), UNPLUG)).containsExactly(-19);
        assertThat(spec.answers(List.of(), new Open(FIRST))).containsExactly(-19, -6, 0);
        assertThat(spec.answers(DEAD, new Read(FIRST))).containsExactly(-19);
        assertThat(spec.answers(DEAD, new Poll(FIRST))).containsExactly(0x18);
        assertThat(spec.answers(DEAD, new Close(FIRST))).containsExactly(0);
        assertThat(spec.answers(List.of(PROBE, new Open(FIRST), UNPLUG, new Close(FIRST)), new Close(FIRST)))
                .containsExactly(-9);
    }

    @Test
    void answersDeadHandlesByPolicy() {
        assertThat(deadAnswers("P1=ENXIO")).containsExactly(List.of(-6), List.of(-6), List.of(-6), List.of(0x18));
        assertThat(deadAnswers("P1=EIO P2=ERR|NVAL"))
                .containsExactly(List.of(-5), List.of(-5), List.of(-5), List.of(0x28));
        assertThat(deadAnswers("P1=EOF P2=IN|OUT|ERR|HUP"))
                .containsExactly(List.of(0), List.of(-5), List.of(-5), List.of(0x1D));
        assertThat(deadAnswers("P1=ENODEV-or-fake-success P2=ERR|HUP|PRI"))
                .containsExactly(List.of(-19, 0), List.of(-19, 0, 64), List.of(-19, 0), List.of(0x1A));
        assertThat(deadAnswers("P1=ENXIO-void-numb P2=ENODEV-as-mask"))
                .containsExactly(List.of(-6), List.of(-6), List.of(0), List.of(-19, 0xFFED));
        assertThat(probe("P1=EIO").answers(List.of(), new Open(FIRST))).containsExactly(-5, -6, -19, -2, 0);
        assertThat(probe("P1=ENXIO").answers(List.of(), new Open(FIRST))).containsExactly(-6, -19, 0);
    }

    /// Descriptors are references to a file: which one is used does not matter, and the file is closed with the last.
    @Test
    void aSecondDescriptorStandsForTheSameFile() {
        List<DeviceOperation> both =
                List.of(PROBE, new Open(FIRST), new CloneReference(FIRST, 1), new Write(SECOND, 3));
        assertThat(spec.answers(both, new Read(FIRST))).containsExactly(3);
        assertThat(spec.answers(both, new CloneReference(FIRST, 1))).isEmpty();
        assertThat(spec.answers(both, new CloneReference(new Handle(0, 5), 6))).containsExactly(-9);
        List<DeviceOperation> dead =
                List.of(PROBE, new Open(FIRST), UNPLUG, new CloneReference(FIRST, 1), new Close(FIRST), PROBE);
        assertThat(spec.answers(dead, new Read(FIRST))).containsExactly(-9);
        assertThat(spec.answers(dead, new Read(SECOND))).containsExactly(-19);
    }

    @Test
    void computesFactorialsAsTheHardwareDoes() {
        assertThat(List.of(0, 1, 12, 13, 16, 33, 34, Integer.MAX_VALUE))
                .extracting(n -> spec.answers(List.of(PROBE, new Open(FIRST)), new Factorial(FIRST, n))
                        .getFirst())
                .containsExactly(1, 1, 479_001_600, 1_932_053_504, 2_004_189_184, 0, 0, 0);
    }

    @Test
    void allowsFaultsWhereTheyAreInjected() {
        var faulty = new SpecProbe<>(new CharacterDeviceSpec(Policy.DEFAULT, Initially.BOUND, Faults.INJECTED));
        assertThat(faulty.answers(List.of(), new Open(FIRST))).containsExactly(0, -12);
        assertThat(faulty.answers(List.of(new Open(FIRST)), new Read(FIRST))).containsExactly(0, -12);
        assertThat(faulty.answers(List.of(UNPLUG), PROBE)).containsExactly(0, -12, -16, -19);
        assertThat(faulty.answers(List.of(UNPLUG), new Open(FIRST))).contains(-12);
        assertThat(spec.answers(List.of(UNPLUG), new Open(FIRST))).doesNotContain(-12);
        assertThat(faulty.answers(List.of(new Open(FIRST), UNPLUG), new Read(FIRST)))
                .containsExactly(-19);
    }

    @Test
    void reachesACountedNumberOfStates() {
        // Bound: each of 2 handles is closed, live or dead, for 2 values; but with both dead nobody wrote the value 1.
        // Gone: each handle is closed or dead.
        assertThat(spec.reachable(List.of(
                        PROBE,
                        UNPLUG,
                        new Open(FIRST),
                        new Open(SECOND),
                        new Close(FIRST),
                        new Close(SECOND),
                        new Write(FIRST, 1),
                        new Write(SECOND, 1))))
                .isEqualTo(2 * 3 * 3 - 1 + 2 * 2);
    }

    @Test
    void acceptsValidHistories() {
        // The read overlaps the removal and may still have been served.
        spec.accepts(begun().does(0, new Write(FIRST, 3), DONE)
                .invokes(0, new Read(FIRST))
                .does(1, UNPLUG, DONE)
                .answers(0, Response.done(3)));
        // Or may have been refused, or lost for ever.
        spec.accepts(begun().invokes(0, new Read(FIRST)).does(1, UNPLUG, DONE).answers(0, ENODEV));
        spec.accepts(begun().invokes(2, UNPLUG).does(0, new Read(FIRST), ENODEV));
        // A device that is plugged in again serves new handles and no old one.
        spec.accepts(begun().does(1, UNPLUG, DONE)
                .does(1, PROBE, DONE)
                .does(0, new Read(FIRST), ENODEV)
                .does(0, new Open(SECOND), DONE)
                .does(0, new Read(SECOND), DONE)
                .does(0, new Close(FIRST), DONE));
        // Who deletes the device second is told that it is gone, while the first is still at it.
        spec.accepts(begun().invokes(1, new Delete(0))
                .does(2, new Delete(0), ENODEV)
                .does(0, new Read(FIRST), DONE)
                .answers(1, DONE));
        // Devices are judged apart.
        spec.accepts(begun().does(1, new Probe(1), DONE)
                .does(1, new Unplug(1, Removal.SURPRISE), DONE)
                .does(0, new Read(FIRST), DONE));
    }

    @Test
    void rejectsInvalidHistories() {
        spec.rejects(
                begun().does(1, UNPLUG, DONE).does(0, new Read(FIRST), DONE),
                "read on handle 0 of device 0 may answer [ENODEV] here, but answered 0.");
        spec.rejects(
                begun().does(0, new Write(FIRST, 3), DONE).does(0, new Read(FIRST), Response.done(4)),
                "read on handle 0 of device 0 may answer [3] here, but answered 4.");
        spec.rejects(
                begun().does(1, new Delete(0), DONE).does(0, new Read(FIRST), DONE),
                "read on handle 0 of device 0 may answer [ENODEV] here, but answered 0.");
        // Dead, then alive again, while the removal is still in flight.
        spec.rejects(
                begun().invokes(1, UNPLUG).does(0, new Read(FIRST), ENODEV).does(0, new Read(FIRST), DONE),
                "read on handle 0 of device 0 may answer [ENODEV] here, but answered 0.");
        spec.rejects(
                begun().does(1, UNPLUG, DONE).does(1, PROBE, DONE).does(0, new Read(FIRST), DONE),
                "read on handle 0 of device 0 may answer [ENODEV] here, but answered 0.");
        spec.rejects(
                begun().does(1, UNPLUG, DONE).does(0, new Close(FIRST), ENODEV),
                "close on handle 0 of device 0 may answer [0] here, but answered ENODEV.");
        spec.rejects(
                begun().does(0, new Open(FIRST), DONE),
                "open on handle 0 of device 0 cannot take effect here, but answered 0.");
    }

    @Test
    void refusesANumbPolicy() {
        assertThatThrownBy(() -> new CharacterDeviceSpec(Policy.parse("P1=OK-numb")))
                .hasMessage("A device that answers OK-numb has a specification of its own; let DeviceSpecs.forPolicy"
                        + " choose it.");
    }

    private static List<List<Integer>> deadAnswers(String policy) {
        SpecProbe<DeviceState<Register>> spec = probe(policy);
        return List.of(
                spec.answers(DEAD, new Read(FIRST)),
                spec.answers(DEAD, new Transfer(FIRST, 64)),
                spec.answers(DEAD, new SetLine(FIRST, 0, 1)),
                spec.answers(DEAD, new Poll(FIRST)));
    }

    private static Recording<DeviceOperation, Response> begun() {
        return new Recording<DeviceOperation, Response>().does(9, PROBE, DONE).does(0, new Open(FIRST), DONE);
    }

    private static SpecProbe<DeviceState<Register>> probe(String policy) {
        return new SpecProbe<>(new CharacterDeviceSpec(Policy.parse(policy)));
    }
}
