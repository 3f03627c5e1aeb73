package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.rule.Policy;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceOperation.Write;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Policies P7 and P11: the same operations have other right answers under other policies.
final class DeadMappingAndReplugTest {

    private static final Handle FIRST = new Handle(0, 0);
    private static final Handle SECOND = new Handle(0, 1);
    private static final DeviceOperation PROBE = new Probe(0);
    private static final DeviceOperation UNPLUG = new Unplug(0, Removal.ORDERLY);
    private static final List<DeviceOperation> GONE = List.of(PROBE, new Open(FIRST), new Write(FIRST, 7), UNPLUG);

    @Test
    void aMappingOfADeviceThatIsGoneShowsWhatThePolicySays() {
        assertThat(after("", GONE, new Read(FIRST))).containsExactly(-19);
        assertThat(after("P7=dummy-page", GONE, new Read(FIRST))).containsExactly(0);
        assertThat(after("P7=SIGBUS", GONE, new Read(FIRST))).containsExactly(-14);
        assertThat(after("P7=keep-until-munmap", GONE, new Read(FIRST))).containsExactly(7);
    }

    @Test
    void aStoreThroughItIsForgottenKilledOrKept() {
        List<DeviceOperation> stored = with(GONE, new Write(FIRST, 5));
        assertThat(after("P7=dummy-page", GONE, new Write(FIRST, 5))).containsExactly(0);
        assertThat(after("P7=dummy-page", stored, new Read(FIRST))).containsExactly(0);
        assertThat(after("P7=SIGBUS", GONE, new Write(FIRST, 5))).containsExactly(-14);
        assertThat(after("P7=keep-until-munmap", stored, new Read(FIRST))).containsExactly(5);
    }

    @Test
    void otherCallsAnswerByTheOtherPolicies() {
        for (String policy : List.of("P7=dummy-page", "P7=SIGBUS", "P7=keep-until-munmap")) {
            assertThat(after(policy, GONE, new Poll(FIRST))).as(policy).containsExactly(0x18);
            assertThat(after(policy, GONE, new Open(SECOND))).as(policy).containsExactly(-19, -6, 0);
            assertThat(after(policy, List.of(PROBE, new Open(FIRST)), new Read(FIRST)))
                    .as(policy)
                    .containsExactly(0);
        }
    }

    @Test
    void whatIsKeptBelongsToThoseWhoMappedOneInstance() {
        String kept = "P7=keep-until-munmap";
        List<DeviceOperation> both =
                with(GONE, PROBE, new Open(SECOND), new Write(SECOND, 3), UNPLUG, new Write(FIRST, 1));
        assertThat(after(kept, both, new Read(FIRST))).containsExactly(1);
        assertThat(after(kept, both, new Read(SECOND))).containsExactly(3);
        List<DeviceOperation> closed = with(both, new Close(SECOND), new Close(FIRST), PROBE, new Open(FIRST));
        assertThat(after(kept, closed, new Read(FIRST))).containsExactly(0);
        var spec = new SpecProbe<>(DeviceSpecs.forPolicy(DeviceKind.REGISTER, Policy.parse(kept)));
        assertThat(spec.reachable(List.of(PROBE, UNPLUG, new Open(FIRST), new Close(FIRST), new Write(FIRST, 1))))
                .isEqualTo(23);
    }

    @Test
    void aNodeStandsForTheNextInstanceUnlessItsNumberIsStillTaken() {
        String other = "P11=new-instance-new-minor";
        List<DeviceOperation> again = with(GONE, PROBE);
        assertThat(after("", again, new Open(SECOND))).containsExactly(0);
        assertThat(after(other, again, new Open(SECOND))).containsExactly(-6);
        assertThat(after(other, again, new Read(FIRST))).containsExactly(-19);
        assertThat(after(other, List.of(PROBE), new Open(FIRST))).containsExactly(0);
        List<DeviceOperation> closed = List.of(PROBE, new Open(FIRST), UNPLUG, new Close(FIRST));
        assertThat(after(other, closed, PROBE)).containsExactly(0, 0);
        assertThat(after("", closed, PROBE)).containsExactly(0);
        assertThat(after(other, with(closed, PROBE), new Open(FIRST))).containsExactly(0);
    }

    private static List<DeviceOperation> with(List<DeviceOperation> before, DeviceOperation... more) {
        List<DeviceOperation> all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }

    private static List<Integer> after(String policy, List<DeviceOperation> before, DeviceOperation operation) {
        return new SpecProbe<>(DeviceSpecs.forPolicy(DeviceKind.REGISTER, Policy.parse(policy)))
                .answers(before, operation);
    }
}
