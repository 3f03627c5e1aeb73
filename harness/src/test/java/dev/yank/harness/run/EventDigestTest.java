package dev.yank.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventDigestTest {

    /// How a trace is made another.
    private interface Change {
        void apply(List<KernelEvent> trace, int event);
    }

    private static final Change CHANGED =
            (trace, event) -> trace.set(event, event(trace.get(event).detail() + 1));
    private static final Change ADDED = (trace, event) -> trace.add(event, event(-7));
    private static final Change REMOVED = (trace, event) -> trace.remove(event);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 159, 160, 161, 320, 321, 1000})
    void aTraceIsItself(int events) {
        List<KernelEvent> trace = trace(events);
        assertThat(EventDigest.of(trace).firstDifference(List.copyOf(trace))).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 160, 161, 1000})
    void aDifferenceIsSeenWhereItIsOrSoonAfter(int events) {
        for (Change change : List.of(CHANGED, ADDED, REMOVED)) {
            int stride = Math.max(1, (events + EventDigest.MOST_PAIRS - 1) / EventDigest.MOST_PAIRS);
            @Var int atOnce = 0;
            @Var int soon = 0;
            int last = events - 8 * stride;
            for (int event = 0; event < last; event++) {
                List<KernelEvent> other = new ArrayList<>(trace(events));
                change.apply(other, event);
                int seen = EventDigest.of(trace(events)).firstDifference(other);
                assertThat(seen).isGreaterThan(event).isLessThanOrEqualTo(events + 1);
                int strides = (seen - 1) / stride - event / stride;
                atOnce += strides == 0 ? 1 : 0;
                soon += strides < 8 ? 1 : 0;
            }
            assertThat((double) atOnce / last).isBetween(0.6, 0.9);
            assertThat((double) soon / last).isGreaterThan(0.995);
        }
    }

    @Test
    void lengthAloneTellsTracesApart() {
        List<KernelEvent> trace = trace(20);
        assertThat(EventDigest.of(trace).firstDifference(trace(19))).isEqualTo(20);
        assertThat(EventDigest.of(trace).firstDifference(trace(21))).isEqualTo(21);
        assertThat(EventDigest.of(List.of()).firstDifference(trace(1))).isEqualTo(1);
        assertThat(EventDigest.of(trace(1)).firstDifference(List.of())).isEqualTo(1);
    }

    @Test
    void thereAreNeverMorePairsThanAllowed() {
        for (int events = 0; events < 2000; events++) {
            assertThat(EventDigest.count(events)).isLessThanOrEqualTo(EventDigest.MOST_PAIRS);
        }
        assertThat(EventDigest.count(Integer.MAX_VALUE)).isLessThanOrEqualTo(EventDigest.MOST_PAIRS);
    }

    @Test
    void refusesPairsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventDigest(3, List.of(1, 2)))
                .withMessage("its digest does not fit its length");
    }

    /// The notes of events are words and do not count; everything else does.
    @Test
    void everyPartOfAnEventCounts() {
        KernelEvent event = new KernelEvent(1, EventKind.READ, 1, 2, 3, "x");
        List<KernelEvent> others = List.of(
                new KernelEvent(1, EventKind.WRITE, 1, 2, 3, "x"),
                new KernelEvent(1, EventKind.READ, 2, 2, 3, "x"),
                new KernelEvent(1, EventKind.READ, 1, 3, 3, "x"),
                new KernelEvent(1, EventKind.READ, 1, 2, 4, "x"));
        for (KernelEvent other : others) {
            assertThat(EventDigest.of(followed(event)).firstDifference(followed(other)))
                    .isPositive();
        }
        KernelEvent inOtherWords = new KernelEvent(1, EventKind.READ, 1, 2, 3, "y");
        assertThat(EventDigest.of(followed(event)).firstDifference(followed(inOtherWords)))
                .isZero();
    }

    private static List<KernelEvent> followed(KernelEvent first) {
        List<KernelEvent> trace = new ArrayList<>(trace(20));
        trace.addFirst(first);
        return trace;
    }

    private static List<KernelEvent> trace(int events) {
        List<KernelEvent> trace = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            trace.add(event((int) SplitMix.derive(3, i)));
        }
        return trace;
    }

    private static KernelEvent event(int detail) {
        return new KernelEvent(1, EventKind.READ, detail & 3, detail & 15, detail, "");
    }
}
