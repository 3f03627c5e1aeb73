package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ASYNC_ENTER;
import static dev.yank.model.trace.EventKind.INIT;
import static dev.yank.model.trace.EventKind.LOCK;
import static dev.yank.model.trace.EventKind.OOPS;
import static dev.yank.model.trace.EventKind.REF_INC;
import static dev.yank.model.trace.EventKind.REF_INIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PublicationJudgeTest {

    private static final int FILE = 7;
    private static final int STRUCT = 8;

    private static WrittenTrace openedDuringProbe() {
        return new WrittenTrace().probe().opened(FILE).entered(EntryPoint.OPEN, 1, FILE);
    }

    @Test
    void aLockThatProbeInitialisesAfterSomebodyTookItBreaksR12() {
        openedDuringProbe()
                .event(LOCK, 1, STRUCT)
                .event(INIT, 0, STRUCT)
                .breaks("R12", "object 8 was used by task 1 in step 4, before probe initialised it");
    }

    @Test
    void aCountThatProbeSetsAfterSomebodyRaisedItBreaksR12() {
        openedDuringProbe()
                .event(REF_INC, 1, STRUCT, 1)
                .event(REF_INIT, 0, STRUCT, 1)
                .breaks("R12", "used by task 1");
    }

    @Test
    void whatProbeItselfUsesBeforeItInitialisesIsNobodysBusiness() {
        new WrittenTrace()
                .probe()
                .event(LOCK, 0, STRUCT)
                .event(INIT, 0, STRUCT)
                .probed()
                .isClean();
    }

    @Test
    void whatAnEarlierInstanceUsedMayBeInitialisedAgain() {
        openedDuringProbe()
                .event(LOCK, 1, STRUCT)
                .left(1, FILE, 0)
                .probed()
                .remove()
                .unbound()
                .event(EventKind.PROBE_ENTER, 0, 2)
                .event(INIT, 0, STRUCT)
                .event(EventKind.PROBE_EXIT, 0, 2)
                .isClean();
    }

    @Test
    void anOopsOfAnOperationBeforeProbeHasEndedBreaksR12() {
        openedDuringProbe().event(OOPS, 1, 0).breaks("R12", "oopsed before probe had ended");
    }

    @Test
    void anOopsOfAHandlerBeforeProbeHasEndedBreaksR12() {
        new WrittenTrace().probe().event(ASYNC_ENTER, 2, 9).event(OOPS, 2, 0).breaks("R12", "task 2 oopsed");
    }

    @Test
    void anOopsOfProbeItselfDoesNot() {
        new WrittenTrace().probe().event(OOPS, 0, 0).breaks("K1", "oopsed");
    }

    @Test
    void onlyACallbackDuringProbeExercisesTheRule() {
        assertThat(openedDuringProbe().witnesses(List.of("R12"))).containsExactly("R12");
        assertThat(new WrittenTrace()
                        .probe()
                        .probed()
                        .opened(FILE)
                        .entered(EntryPoint.OPEN, 1, FILE)
                        .witnesses(List.of("R12")))
                .isEmpty();
    }
}
