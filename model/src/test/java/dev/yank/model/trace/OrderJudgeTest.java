package dev.yank.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// One teardown is right or wrong as policy P6 says.
final class OrderJudgeTest {

    private static WrittenTrace removed(String policy) {
        return new WrittenTrace()
                .under(policy)
                .probe()
                .event(EventKind.ACQUIRE, 0, 10)
                .event(EventKind.ACQUIRE, 0, 11)
                .event(EventKind.ACQUIRE, 0, 12)
                .probed()
                .remove();
    }

    private static WrittenTrace interruptThenNode(String policy) {
        return removed(policy)
                .releases(10, "an interrupt")
                .releases(11, "misc device edu")
                .releases(12, "a mapping")
                .unbound();
    }

    private static WrittenTrace nodeThenInterrupt(String policy) {
        return removed(policy)
                .releases(11, "misc device edu")
                .releases(10, "an interrupt")
                .releases(12, "a mapping")
                .unbound();
    }

    @Test
    void whoeverPromisesTheHowtoFreesTheInterruptFirst() {
        interruptThenNode("P6=pci-howto").isClean();
        nodeThenInterrupt("P6=pci-howto").breaks("R25", "P6=pci-howto");
    }

    @Test
    void whoeverPromisesToUnregisterFirstDoesSo() {
        nodeThenInterrupt("P6=registrations-first").isClean();
        interruptThenNode("P6=registrations-first").breaks("R25", "P6=registrations-first");
    }

    @Test
    void whoeverPromisesResourcesFirstUnregistersLast() {
        interruptThenNode("P6=resources-first").breaks("R25", "P6=resources-first");
        removed("P6=windows")
                .releases(10, "an interrupt")
                .releases(12, "a mapping")
                .releases(11, "the attribute value")
                .unbound()
                .isClean();
    }

    @Test
    void whoeverPromisesNothingIsFree() {
        interruptThenNode("").isClean();
        nodeThenInterrupt("").isClean();
    }

    @Test
    void anOrderIsExercisedByWhatItSpeaksOf() {
        assertThat(interruptThenNode("P6=pci-howto").witnesses(List.of("R25"))).containsExactly("R25");
        assertThat(interruptThenNode("").witnesses(List.of("R25"))).isEmpty();
    }
}
