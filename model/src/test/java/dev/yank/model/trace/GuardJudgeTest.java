package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.DEREFERENCED;
import static dev.yank.model.trace.EventKind.DROP_BEGIN;
import static dev.yank.model.trace.EventKind.DROP_END;
import static dev.yank.model.trace.EventKind.FREE;
import static dev.yank.model.trace.EventKind.GUARD_ENTER;
import static dev.yank.model.trace.EventKind.GUARD_EXIT;
import static dev.yank.model.trace.EventKind.READ;
import static dev.yank.model.trace.EventKind.WITHDRAWN;
import static dev.yank.model.trace.EventKind.WRONG_GUARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GuardJudgeTest {

    private static final int FILE = 3;
    private static final int GUARD = 4;
    private static final int MEMORY = 5;
    private static final int RESOURCE = 6;
    private static final int DEVICE = WrittenTrace.DEVICE;

    /// Task 1 is in a read on a file, and has reached the memory under the guard.
    private static WrittenTrace reached() {
        return new WrittenTrace()
                .event(EventKind.ALLOC, 0, MEMORY)
                .opened(FILE)
                .entered(EntryPoint.READ, 1, FILE)
                .event(GUARD_ENTER, 1, GUARD)
                .event(DEREFERENCED, 1, MEMORY, GUARD);
    }

    @Test
    void whatIsUsedUnderItsGuardAndFreedAfterwardsIsRight() {
        var trace = reached()
                .event(READ, 1, MEMORY)
                .event(GUARD_EXIT, 1, GUARD)
                .left(1, FILE, 0)
                .event(FREE, 0, MEMORY)
                .end();
        trace.isClean();
        assertThat(trace.witnesses(List.of("R26", "R27"))).containsExactly("R26");
    }

    @Test
    void useAfterTheGuardBreaksR26() {
        reached()
                .event(GUARD_EXIT, 1, GUARD)
                .event(READ, 1, MEMORY)
                .breaks("R26", "task 1 used object 5 after it had given back object 4");
    }

    @Test
    void aNewGuardIsAGuard() {
        reached()
                .event(GUARD_EXIT, 1, GUARD)
                .event(GUARD_ENTER, 1, GUARD)
                .event(READ, 1, MEMORY)
                .isClean();
    }

    @Test
    void whoComesToItByAnotherWayNeedsNoGuard() {
        reached().entered(EntryPoint.READ, 2, FILE).event(READ, 2, MEMORY).isClean();
    }

    @Test
    void theNextCallbackStartsAnew() {
        reached()
                .event(GUARD_EXIT, 1, GUARD)
                .left(1, FILE, 0)
                .entered(EntryPoint.READ, 1, FILE)
                .event(READ, 1, MEMORY)
                .isClean();
    }

    @Test
    void freeingUnderAGuardBreaksR26() {
        reached().event(FREE, 0, MEMORY).breaks("R26", "while task 1 still held the guard");
    }

    @Test
    void freeingUnderAGuardThatHasNotReachedItIsRight() {
        reached()
                .event(GUARD_EXIT, 1, GUARD)
                .event(GUARD_ENTER, 1, GUARD)
                .event(FREE, 0, MEMORY)
                .event(GUARD_EXIT, 1, GUARD)
                .isClean();
    }

    @Test
    void givingBackAnotherGuardBreaksR26() {
        new WrittenTrace().event(WRONG_GUARD, 1, GUARD).breaks("R26", "a guard that it was not given");
    }

    @Test
    void useOfABorrowThatWasGivenBackBreaksR26() {
        new WrittenTrace()
                .event(EventKind.STALE_GUARD, 1, RESOURCE)
                .breaks("R26", "task 1 used what it had got from object 6 after it had given that back");
    }

    @Test
    void unbindingWhileAnotherStillDropsBreaksR27() {
        var begun = new WrittenTrace()
                .event(WITHDRAWN, 1, RESOURCE, 1)
                .event(DROP_BEGIN, 1, RESOURCE)
                .remove()
                .event(WITHDRAWN, 0, RESOURCE, 0);
        assertThat(begun.witnesses(List.of("R27"))).containsExactly("R27");
        begun.event(EventKind.UNBOUND, 0, DEVICE)
                .breaks("R27", "object 1 was unbound while task 1 was still dropping object 6");
    }

    @Test
    void unbindingAfterTheOtherHasDroppedIsRight() {
        new WrittenTrace()
                .event(WITHDRAWN, 1, RESOURCE, 1)
                .event(DROP_BEGIN, 1, RESOURCE)
                .remove()
                .event(WITHDRAWN, 0, RESOURCE, 0)
                .event(DROP_END, 1, RESOURCE)
                .event(EventKind.UNBOUND, 0, DEVICE)
                .isClean();
    }

    @Test
    void twoWhoAreToldThatTheyWithdrewBreakR27() {
        new WrittenTrace()
                .event(WITHDRAWN, 1, RESOURCE, 1)
                .event(WITHDRAWN, 2, RESOURCE, 1)
                .breaks("R27", "and so was another in step 1");
    }
}
