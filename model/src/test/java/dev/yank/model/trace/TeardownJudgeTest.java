package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ACQUIRE;
import static dev.yank.model.trace.EventKind.ASYNC_ENTER;
import static dev.yank.model.trace.EventKind.ASYNC_EXIT;
import static dev.yank.model.trace.EventKind.RELEASE;
import static dev.yank.model.trace.EventKind.RELEASED_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TeardownJudgeTest {

    private static final int DEVICE = WrittenTrace.DEVICE;
    private static final int RESOURCE = 5;
    private static final int WORK = 6;

    private static WrittenTrace bound() {
        return new WrittenTrace().probe().event(ACQUIRE, 0, RESOURCE).probed();
    }

    /// Work of task 2 has seen all-ones and released the resource.
    private static WrittenTrace tornByWork() {
        return bound().event(ASYNC_ENTER, 2, WORK).event(RELEASE, 2, RESOURCE).event(ASYNC_EXIT, 2, WORK);
    }

    private static List<String> witnessed(WrittenTrace trace) {
        return trace.witnesses(List.of("R30"));
    }

    @Test
    void whatOneTeardownReleasesOnceIsRight() {
        WrittenTrace trace = bound().remove().event(RELEASE, 0, RESOURCE).unbound();
        trace.isClean();
        assertThat(witnessed(trace)).isEmpty();
    }

    @Test
    void aTeardownThatAnotherHasDoneBreaksR30() {
        tornByWork()
                .remove()
                .event(RELEASE, 0, RESOURCE)
                .breaks("R30", "task 0 released object 5, which another teardown had released in step 5");
    }

    @Test
    void soItDoesWhereTheKernelWarns() {
        tornByWork().remove().event(RELEASED_AGAIN, 0, RESOURCE).breaks("R30", "another teardown");
    }

    @Test
    void releasingTwiceInOneCallbackIsAMistakeOfAnotherKind() {
        bound().remove()
                .event(RELEASE, 0, RESOURCE)
                .event(RELEASED_AGAIN, 0, RESOURCE)
                .breaks("K1", "task 0 released object 5 twice, first in step 5");
    }

    @Test
    void whatWasAcquiredAgainMayBeReleasedAgain() {
        tornByWork()
                .event(ACQUIRE, 0, RESOURCE)
                .remove()
                .event(RELEASE, 0, RESOURCE)
                .unbound()
                .isClean();
    }

    @Test
    void aRemoveAfterATeardownByWorkExercisesIt() {
        assertThat(witnessed(tornByWork().remove())).containsExactly("R30");
    }

    @Test
    void soDoesARemoveAfterTheDriverWasToldOfTheLoss() {
        WrittenTrace told =
                bound().entered(EntryPoint.ERROR_DETECTED, 3, DEVICE).left(3, DEVICE, 0);
        assertThat(witnessed(told)).isEmpty();
        assertThat(witnessed(told.remove())).containsExactly("R30");
    }
}
