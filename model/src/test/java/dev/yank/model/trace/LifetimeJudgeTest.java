package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ALLOC;
import static dev.yank.model.trace.EventKind.CHILD_ADDED;
import static dev.yank.model.trace.EventKind.DRVDATA_SET;
import static dev.yank.model.trace.EventKind.FILE_LAST_PUT;
import static dev.yank.model.trace.EventKind.FOUND;
import static dev.yank.model.trace.EventKind.FREE;
import static dev.yank.model.trace.EventKind.FREED_WHILE_REFERENCED;
import static dev.yank.model.trace.EventKind.GROUP_JOINED;
import static dev.yank.model.trace.EventKind.GROUP_LEFT;
import static dev.yank.model.trace.EventKind.LISTED;
import static dev.yank.model.trace.EventKind.UNLISTED;
import static dev.yank.model.trace.EventKind.USE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LifetimeJudgeTest {

    private static final int FILE = 3;
    private static final int MEMORY = 5;
    private static final int CHILD = 6;
    private static final int VIDEO = 7;
    private static final int META = 8;
    private static final int TABLE = 9;

    private static WrittenTrace bound() {
        return new WrittenTrace().probe().event(ALLOC, 0, MEMORY).probed();
    }

    private static WrittenTrace shared() {
        return bound().event(GROUP_JOINED, 0, MEMORY, VIDEO).event(GROUP_JOINED, 0, MEMORY, META);
    }

    @Test
    void whatIsSharedGoesWithTheLastOfThem() {
        var trace = shared().event(GROUP_LEFT, 0, MEMORY, META)
                .event(GROUP_LEFT, 1, MEMORY, VIDEO)
                .event(FREE, 1, MEMORY)
                .end();
        trace.isClean();
        assertThat(trace.witnesses(List.of("R35", "R38"))).containsExactly("R35");
    }

    @Test
    void whatIsSharedMayNotGoWithTheFirst() {
        shared().event(GROUP_LEFT, 0, MEMORY, META)
                .event(FREE, 0, MEMORY)
                .breaks("R35", "object 5, which several interfaces share, was freed by task 0 while 1 of them was");
    }

    @Test
    void aParentGoesAfterItsChildren() {
        var family = bound().event(ALLOC, 0, CHILD).event(CHILD_ADDED, 0, CHILD, MEMORY);
        var trace = family.event(FREE, 1, CHILD).event(FREE, 1, MEMORY).end();
        trace.isClean();
        assertThat(trace.witnesses(List.of("R35", "R38"))).containsExactly("R38");
    }

    @Test
    void aParentMayNotGoBeforeThem() {
        bound().event(ALLOC, 0, CHILD)
                .event(CHILD_ADDED, 0, CHILD, MEMORY)
                .event(FREE, 0, MEMORY)
                .breaks("R38", "object 5 was freed by task 0 before its child object 6");
    }

    @Test
    void whatACdevLiesInOutlivesTheCdev() {
        bound().event(FREED_WHILE_REFERENCED, 1, VIDEO)
                .breaks("R39", "What object 7 lies in was freed by task 1 while it was still referenced");
    }

    @Test
    void theLastCloseMayNotFreeWhatIsBound() {
        bound().event(DRVDATA_SET, 0, WrittenTrace.DEVICE, MEMORY)
                .opened(FILE)
                .event(FILE_LAST_PUT, 1, FILE)
                .entered(EntryPoint.RELEASE, 1, FILE)
                .event(FREE, 1, MEMORY)
                .breaks("R39", "object 5 was freed by the last close while object 1 was still bound");
    }

    @Test
    void theLastCloseMayFreeWhatIsGone() {
        var trace = bound().event(DRVDATA_SET, 0, WrittenTrace.DEVICE, MEMORY)
                .opened(FILE)
                .remove()
                .unbound()
                .event(FILE_LAST_PUT, 1, FILE)
                .entered(EntryPoint.RELEASE, 1, FILE)
                .event(FREE, 1, MEMORY)
                .left(1, FILE, 0)
                .end();
        trace.isClean();
        assertThat(trace.witnesses(List.of("R39", "R42"))).containsExactly("R39");
    }

    @Test
    void whatIsFoundAndPinnedMayBeUsed() {
        var trace = bound().event(LISTED, 0, MEMORY, TABLE)
                .opened(FILE)
                .entered(EntryPoint.OPEN, 1, FILE)
                .event(FOUND, 1, MEMORY, TABLE)
                .event(USE, 1, MEMORY)
                .left(1, FILE, 0)
                .event(UNLISTED, 0, MEMORY, TABLE)
                .event(FREE, 0, MEMORY)
                .end();
        trace.isClean();
        assertThat(trace.witnesses(List.of("R42"))).containsExactly("R42");
    }

    @Test
    void whatCanBeFoundMayNotBeFreed() {
        bound().event(LISTED, 0, MEMORY, TABLE)
                .event(FREE, 0, MEMORY)
                .breaks("R42", "object 5 was freed by task 0 while others could still look it up");
    }

    @Test
    void whatWasFoundIsPinnedBeforeItCanBeFreed() {
        bound().event(LISTED, 0, MEMORY, TABLE)
                .opened(FILE)
                .entered(EntryPoint.OPEN, 1, FILE)
                .event(FOUND, 1, MEMORY, TABLE)
                .event(UNLISTED, 0, MEMORY, TABLE)
                .event(FREE, 0, MEMORY)
                .event(USE, 1, MEMORY)
                .breaks("R42", "object 5 was looked up and not pinned by task 1");
    }
}
