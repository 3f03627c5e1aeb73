package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ACQUIRE;
import static dev.yank.model.trace.EventKind.REF_INC;
import static dev.yank.model.trace.EventKind.RELEASE;
import static dev.yank.model.trace.EventKind.SATURATED;

import org.junit.jupiter.api.Test;

final class CountingJudgeTest {

    private static final int FILE = 3;
    private static final int COUNT = 4;
    private static final int RESOURCE = 5;
    private static final int ENOMEM = -12;

    private static WrittenTrace opening() {
        return new WrittenTrace().probe().probed().opened(FILE).entered(EntryPoint.OPEN, 1, FILE);
    }

    @Test
    void anOpenThatFailsAndKeepsAResourceBreaksR6() {
        opening()
                .event(ACQUIRE, 1, RESOURCE)
                .left(1, FILE, ENOMEM)
                .breaks("R6", "An open of task 1 that failed with -12 kept object 5.");
    }

    @Test
    void anOpenThatFailsAndReleasesItIsRight() {
        opening()
                .event(ACQUIRE, 1, RESOURCE)
                .event(RELEASE, 1, RESOURCE)
                .left(1, FILE, ENOMEM)
                .isClean();
    }

    @Test
    void anOpenThatSucceedsMayKeepIt() {
        opening().event(ACQUIRE, 1, RESOURCE).left(1, FILE, 0).isClean();
    }

    /// It may be about to release what the open could not any more.
    @Test
    void whatDevresHasTakenOverMeanwhileIsNotHeldAgainstTheOpen() {
        opening().event(ACQUIRE, 1, RESOURCE).remove().left(1, FILE, ENOMEM).isClean();
    }

    @Test
    void aReferenceThatAFailedOpenKeepsBreaksR6() {
        opening().event(REF_INC, 1, COUNT, 1).left(1, FILE, ENOMEM).breaks("R6", "left object 4 changed by +1");
    }

    @Test
    void aCountThatSaturatesBreaksR5() {
        new WrittenTrace()
                .event(REF_INC, 1, COUNT, Integer.MAX_VALUE)
                .event(SATURATED, 1, COUNT, Integer.MAX_VALUE)
                .breaks("R5", "object 4 saturated in task 1: it never comes back to zero");
    }
}
