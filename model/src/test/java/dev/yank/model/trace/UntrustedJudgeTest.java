package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ALLOC;
import static dev.yank.model.trace.EventKind.FREE;
import static dev.yank.model.trace.EventKind.IO_AFTER_RESET;
import static dev.yank.model.trace.EventKind.LIED;
import static dev.yank.model.trace.EventKind.OOPS;
import static dev.yank.model.trace.EventKind.OUT_OF_RANGE;
import static dev.yank.model.trace.EventKind.READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UntrustedJudgeTest {

    private static final int DEVICE = WrittenTrace.DEVICE;
    private static final int MEMORY = 5;

    private static WrittenTrace lied() {
        return new WrittenTrace().event(LIED, 0, DEVICE);
    }

    @Test
    void aLieAloneBreaksNothingAndExercisesTheRule() {
        lied().isClean();
        assertThat(lied().witnesses(List.of("R43"))).containsExactly("R43");
        assertThat(new WrittenTrace().probe().witnesses(List.of("R43"))).isEmpty();
    }

    @Test
    void whoBelievesItAndAccessesWhatIsBeyondTheEndBreaksR43() {
        lied().event(OUT_OF_RANGE, 1, MEMORY, 68)
                .breaks("R43", "task 1 accessed something beyond its end, at 68, because the device said so");
    }

    @Test
    void withoutALieItIsTheDriversOwnMistake() {
        new WrittenTrace()
                .event(OUT_OF_RANGE, 1, MEMORY, 68)
                .breaks("K1", "task 1 accessed something beyond its end, at 68.");
    }

    @Test
    void memoryThatIsUsedAfterItWasFreedIsBlamedOnTheLie() {
        lied().event(ALLOC, 0, MEMORY)
                .event(FREE, 0, MEMORY)
                .event(READ, 1, MEMORY)
                .breaks("R43", "because the device said so");
    }

    @Test
    void soIsAnOops() {
        lied().event(OOPS, 1, 0).breaks("R43", "");
    }

    @Test
    void tellingADeviceThatWasResetToWorkBreaksR44() {
        new WrittenTrace()
                .event(IO_AFTER_RESET, 1, DEVICE)
                .breaks("R44", "task 1 told the device to go on after it had been reset");
    }
}
