package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ALLOC;
import static dev.yank.model.trace.EventKind.CALLBACK_ENTER;
import static dev.yank.model.trace.EventKind.CALLBACK_EXIT;
import static dev.yank.model.trace.EventKind.FILE_DATA;
import static dev.yank.model.trace.EventKind.FREE;
import static dev.yank.model.trace.EventKind.IO_UNMAPPED;
import static dev.yank.model.trace.EventKind.MAPPED;
import static dev.yank.model.trace.EventKind.MAPPING_USED;
import static dev.yank.model.trace.EventKind.OOPS;
import static dev.yank.model.trace.EventKind.READ;
import static dev.yank.model.trace.EventKind.REINITIALISED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Handles, mappings and callbacks of upper layers against removal.
final class HandleJudgeTest {

    private static final int FILE = 3;
    private static final int MEMORY = 5;
    private static final int MAPPING = 6;
    private static final int DEVICE = WrittenTrace.DEVICE;
    private static final int NEXT_DEVICE = 2;
    private static final int ENODEV = -19;

    private static WrittenTrace bound() {
        return new WrittenTrace().probe().event(ALLOC, 0, MEMORY).probed();
    }

    private static WrittenTrace openedDuringRemove() {
        return bound().opened(FILE).entered(EntryPoint.OPEN, 1, FILE).remove().left(1, FILE, 0);
    }

    private static WrittenTrace opened() {
        return bound().opened(FILE)
                .entered(EntryPoint.OPEN, 1, FILE)
                .left(1, FILE, 0)
                .remove();
    }

    @Test
    void anOpenThatRacesGivesAWholeHandle() {
        var trace = openedDuringRemove()
                .unbound()
                .event(FILE_DATA, 1, FILE, MEMORY)
                .entered(EntryPoint.READ, 1, FILE)
                .left(1, FILE, ENODEV);
        trace.isClean();
        assertThat(trace.witnesses(List.of("R31", "R37"))).containsExactly("R31");
    }

    @Test
    void anOpenThatRacesMayNotGiveHalfAHandle() {
        openedDuringRemove()
                .unbound()
                .entered(EntryPoint.READ, 1, FILE)
                .event(OOPS, 1, 0)
                .breaks("R31", "open gave object 3 away in step 7, during removal");
    }

    @Test
    void anOopsOfAWholeHandleIsAnotherMatter() {
        opened().event(FILE_DATA, 1, FILE, MEMORY)
                .entered(EntryPoint.READ, 1, FILE)
                .event(OOPS, 1, 0)
                .breaks("R21", "oopsed");
    }

    @Test
    void aDeadHandleStaysDead() {
        var trace = opened().unbound()
                .entered(EntryPoint.READ, 1, FILE)
                .left(1, FILE, ENODEV)
                .entered(EntryPoint.WRITE, 1, FILE)
                .left(1, FILE, ENODEV);
        trace.isClean();
        assertThat(trace.witnesses(List.of("R31", "R37"))).containsExactly("R37");
    }

    @Test
    void aDeadHandleMayNotComeAlive() {
        opened().unbound()
                .entered(EntryPoint.READ, 1, FILE)
                .left(1, FILE, ENODEV)
                .entered(EntryPoint.WRITE, 1, FILE)
                .left(1, FILE, 4)
                .breaks("R37", "though it had been told in step 11 that it is dead");
    }

    @Test
    void aHandleThatWasNeverDeadBreaksR20() {
        opened().unbound()
                .entered(EntryPoint.WRITE, 1, FILE)
                .left(1, FILE, 4)
                .breaks("R20", "answered 4 instead of ENODEV");
    }

    @Test
    void whatAnOldHandleRefersToIsNotUsedAgain() {
        bound().event(REINITIALISED, 0, MEMORY)
                .breaks("R37", "object 5 was initialised for a new instance while an old handle");
    }

    @Test
    void anUpperLayerThatWasUnregisteredInTimeIsNoFinding() {
        var trace = opened().event(CALLBACK_ENTER, 1, DEVICE)
                .event(READ, 1, MEMORY)
                .event(CALLBACK_EXIT, 1, DEVICE)
                .event(FREE, 0, MEMORY)
                .unbound();
        trace.isClean();
        assertThat(trace.witnesses(List.of("R25", "R45"))).containsExactly("R25");
    }

    @Test
    void anUpperLayerMayNotCallAfterRemove() {
        opened().unbound().event(CALLBACK_ENTER, 1, DEVICE).breaks("R25", "after remove of object 1 had returned");
    }

    @Test
    void anUpperLayerMayNotUseWhatWasFreed() {
        opened().entered(EntryPoint.READ, 1, FILE)
                .event(CALLBACK_ENTER, 1, DEVICE)
                .event(FREE, 0, MEMORY)
                .event(READ, 1, MEMORY)
                .breaks("R25", "object 5 was used by task 1, in what an upper layer had called");
    }

    @Test
    void anUpperLayerMayNotReachRegistersThatWereGivenBack() {
        opened().event(CALLBACK_ENTER, 1, DEVICE)
                .event(IO_UNMAPPED, 1, DEVICE)
                .breaks("R25", "in what an upper layer had called, after the registers were given back");
    }

    @Test
    void nobodyFindsTheNodeAfterRemove() {
        opened().unbound().opened(MAPPING).breaks("R25", "task 1 found the node of object 1");
    }

    @Test
    void aMappingThatLeadsNowhereIsRight() {
        var trace = bound().event(MAPPED, 1, MAPPING, DEVICE)
                .event(MAPPING_USED, 1, MAPPING, DEVICE)
                .remove()
                .unbound()
                .event(MAPPING_USED, 1, MAPPING, 0);
        trace.isClean();
        assertThat(trace.witnesses(List.of("R25", "R45"))).containsExactly("R45");
    }

    @Test
    void aMappingMayNotReachAnotherDevice() {
        bound().event(MAPPED, 1, MAPPING, DEVICE)
                .remove()
                .unbound()
                .event(MAPPING_USED, 1, MAPPING, NEXT_DEVICE)
                .breaks("R45", "task 1 reached object 2 through a mapping of object 1, which is gone");
    }

    @Test
    void aMappingMayNotReachADeviceThatIsUnbound() {
        bound().event(MAPPED, 1, MAPPING, DEVICE)
                .remove()
                .unbound()
                .event(MAPPING_USED, 1, MAPPING, DEVICE)
                .breaks("R45", "task 1 reached object 1 through a mapping after it was unbound");
    }
}
