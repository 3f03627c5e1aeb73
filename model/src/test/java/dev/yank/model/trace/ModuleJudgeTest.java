package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ASYNC_ENTER;
import static dev.yank.model.trace.EventKind.ASYNC_EXIT;
import static dev.yank.model.trace.EventKind.MODULE_BUSY;
import static dev.yank.model.trace.EventKind.MODULE_FREED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ModuleJudgeTest {

    private static final int FILE = 3;
    private static final int TIMER = 4;

    private static WrittenTrace inTimer() {
        return new WrittenTrace().event(ASYNC_ENTER, 1, TIMER);
    }

    @Test
    void codeThatIsFreedWhenNobodyIsInsideIsRight() {
        WrittenTrace trace = inTimer().event(ASYNC_EXIT, 1, TIMER).event(MODULE_FREED, 0, 0);
        trace.isClean();
        assertThat(trace.witnesses(List.of("R40"))).containsExactly("R40");
    }

    @Test
    void whoIsRefusedAnUnloadHasExercisedTheRule() {
        assertThat(inTimer().witnesses(List.of("R40"))).isEmpty();
        assertThat(inTimer().event(MODULE_BUSY, 0, 0, 1).witnesses(List.of("R40")))
                .containsExactly("R40");
    }

    @Test
    void freeingCodeThatATimerIsInsideOfBreaksR40() {
        inTimer()
                .event(MODULE_FREED, 0, 0)
                .breaks("R40", "task 0 freed the code of the driver while task 1 was inside it");
    }

    @Test
    void whoFreesItIsNotInside() {
        new WrittenTrace()
                .event(ASYNC_ENTER, 0, TIMER)
                .event(MODULE_FREED, 0, 0)
                .isClean();
    }

    @Test
    void aTimerThatEndsLaterBreaksR40() {
        new WrittenTrace()
                .event(MODULE_FREED, 0, 0)
                .event(ASYNC_ENTER, 1, TIMER)
                .breaks("R40", "task 1 entered something of a driver whose code was freed in step 1");
    }

    @Test
    void soDoesACloseThatComesLater() {
        new WrittenTrace()
                .opened(FILE)
                .event(MODULE_FREED, 0, 0)
                .entered(EntryPoint.RELEASE, 1, FILE)
                .breaks("R40", "whose code was freed in step 2");
    }
}
