package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ALLOC;
import static dev.yank.model.trace.EventKind.FREE;
import static dev.yank.model.trace.EventKind.MODULE_EXIT;
import static dev.yank.model.trace.EventKind.PROBE_ENTER;
import static dev.yank.model.trace.EventKind.PROBE_EXIT;
import static dev.yank.model.trace.EventKind.REMOVE_ENTER;
import static dev.yank.model.trace.EventKind.UNBOUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GrowthJudgeTest {

    private static final int FIRST = 10;
    private static final int SECOND = 11;

    /// Device `device` is bound, which allocates `memory`, and unbound again.
    private static WrittenTrace cycle(WrittenTrace trace, int device, int memory) {
        return trace.event(PROBE_ENTER, 0, device)
                .event(ALLOC, 0, memory)
                .event(PROBE_EXIT, 0, device)
                .event(REMOVE_ENTER, 0, device)
                .event(UNBOUND, 0, device);
    }

    @Test
    void whatTwoBindingsKeepUntilTheUnloadingBreaksR8() {
        cycle(cycle(new WrittenTrace(), 1, FIRST), 2, SECOND)
                .event(MODULE_EXIT, 0, 0)
                .event(FREE, 0, FIRST)
                .event(FREE, 0, SECOND)
                .breaks("R8", "the driver grows with each");
    }

    @Test
    void whatOneBindingKeepsDoesNotGrow() {
        var trace = cycle(new WrittenTrace(), 1, FIRST)
                .event(PROBE_ENTER, 0, 2)
                .event(PROBE_EXIT, 0, 2)
                .event(REMOVE_ENTER, 0, 2)
                .event(UNBOUND, 0, 2)
                .event(MODULE_EXIT, 0, 0)
                .event(FREE, 0, FIRST)
                .end();
        trace.isClean();
        assertThat(trace.witnesses(List.of("R8"))).containsExactly("R8");
    }

    @Test
    void whatNobodyEverFreesIsALeakAndNoGrowth() {
        cycle(cycle(new WrittenTrace(), 1, FIRST), 2, SECOND)
                .event(MODULE_EXIT, 0, 0)
                .end()
                .breaks("R5", "still there");
    }

    @Test
    void oneBindingExercisesNothing() {
        assertThat(cycle(new WrittenTrace(), 1, FIRST).witnesses(List.of("R8"))).isEmpty();
    }
}
