package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.DESTROY;
import static dev.yank.model.trace.EventKind.FREE;
import static dev.yank.model.trace.EventKind.REFERENCE_DROPPED;
import static dev.yank.model.trace.EventKind.REFERENCE_GONE;
import static dev.yank.model.trace.EventKind.REFERENCE_TAKEN;
import static dev.yank.model.trace.EventKind.REF_DEC;
import static dev.yank.model.trace.EventKind.UPGRADED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ObjectJudgeTest {

    private static final int OBJECT = 3;
    private static final int COUNT = 4;
    private static final int STRONG = 1;
    private static final int WEAK = 0;

    /// An object that task 1 holds strongly.
    private static WrittenTrace held() {
        return new WrittenTrace().event(EventKind.ALLOC, 0, OBJECT).event(REFERENCE_TAKEN, 1, OBJECT, STRONG);
    }

    private static WrittenTrace dropped(WrittenTrace trace) {
        return trace.event(REFERENCE_DROPPED, 1, OBJECT, STRONG);
    }

    @Test
    void destroyedWithTheLastStrongReferenceAndFreedWithTheLastWeakOneIsRight() {
        var trace = dropped(held().event(REFERENCE_TAKEN, 1, OBJECT, WEAK))
                .event(DESTROY, 1, OBJECT)
                .event(REFERENCE_GONE, 1, OBJECT)
                .event(REFERENCE_DROPPED, 1, OBJECT, WEAK)
                .event(FREE, 1, OBJECT)
                .event(REFERENCE_GONE, 1, OBJECT)
                .end();
        trace.isClean();
        assertThat(trace.witnesses(List.of("R3", "R4"))).containsExactly("R4");
    }

    @Test
    void onlyAnUpgradeExercisesR3() {
        assertThat(held().event(UPGRADED, 1, OBJECT, 0).witnesses(List.of("R3")))
                .containsExactly("R3");
    }

    @Test
    void aStrongReferenceToWhatIsDestroyedBreaksR3() {
        dropped(held())
                .event(DESTROY, 1, OBJECT)
                .event(REFERENCE_TAKEN, 2, OBJECT, STRONG)
                .breaks("R3", "task 2 was given a strong reference to object 3, which had been destroyed in step 4");
    }

    @Test
    void destroyingUnderAHolderBreaksR4() {
        held().event(DESTROY, 0, OBJECT).breaks("R4", "while 1 strong reference is left");
    }

    @Test
    void destroyingUnderAHolderBecauseTheCountCameToZeroBreaksR2() {
        dropped(held().event(REFERENCE_TAKEN, 2, OBJECT, STRONG))
                .event(REF_DEC, 1, COUNT, 1)
                .event(DESTROY, 1, OBJECT)
                .breaks("R2", "its count came to zero");
    }

    @Test
    void destroyingTwiceBreaksR4() {
        dropped(held()).event(DESTROY, 1, OBJECT).event(DESTROY, 1, OBJECT).breaks("R4", "a second time");
    }

    @Test
    void destroyingWithTheLastWeakReferenceBreaksR4() {
        dropped(held().event(REFERENCE_TAKEN, 1, OBJECT, WEAK))
                .event(REFERENCE_GONE, 1, OBJECT)
                .event(REFERENCE_DROPPED, 1, OBJECT, WEAK)
                .event(DESTROY, 1, OBJECT)
                .breaks("R4", "only when a weak reference");
    }

    @Test
    void freeingWithoutDestroyingBreaksR4() {
        dropped(held()).event(FREE, 1, OBJECT).breaks("R4", "without having been destroyed");
    }

    @Test
    void freeingUnderAWeakReferenceBreaksR4() {
        dropped(held().event(REFERENCE_TAKEN, 2, OBJECT, WEAK))
                .event(DESTROY, 1, OBJECT)
                .event(FREE, 1, OBJECT)
                .breaks("R4", "while 1 reference to it is left");
    }

    @Test
    void storageThatOnlyWeakReferencesKeepNeedsNoDestructor() {
        new WrittenTrace()
                .event(EventKind.ALLOC, 0, OBJECT)
                .event(REFERENCE_TAKEN, 1, OBJECT, WEAK)
                .event(REFERENCE_DROPPED, 1, OBJECT, WEAK)
                .event(FREE, 1, OBJECT)
                .end()
                .isClean();
    }
}
