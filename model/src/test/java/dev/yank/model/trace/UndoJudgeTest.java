package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ACQUIRE;
import static dev.yank.model.trace.EventKind.ACTION_BEGIN;
import static dev.yank.model.trace.EventKind.ACTION_END;
import static dev.yank.model.trace.EventKind.ACTION_REFUSED;
import static dev.yank.model.trace.EventKind.RELEASE;
import static dev.yank.model.trace.EventKind.SCOPE_DISMISSED;
import static dev.yank.model.trace.EventKind.SCOPE_GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UndoJudgeTest {

    private static final int POWER = 5;
    private static final int ACTION = 6;
    private static final int AT_ONCE = 0;
    private static final int BY_DEVRES = 1;
    private static final int BY_SCOPE = 2;

    private static WrittenTrace powered() {
        return new WrittenTrace().probe().event(ACQUIRE, 0, POWER);
    }

    private static WrittenTrace run(WrittenTrace trace, int how) {
        return trace.event(ACTION_BEGIN, 0, ACTION, how)
                .event(RELEASE, 0, POWER)
                .event(ACTION_END, 0, ACTION);
    }

    @Test
    void anActionThatDevresRunsAtUnbindIsRight() {
        var trace = run(powered().probed().remove(), BY_DEVRES).unbound().end();
        trace.isClean();
        assertThat(trace.witnesses(List.of("R11"))).containsExactly("R11");
    }

    @Test
    void anActionThatIsRefusedAndRunsAtOnceIsRight() {
        run(powered().event(ACTION_REFUSED, 0, ACTION), AT_ONCE)
                .failedProbe()
                .end()
                .isClean();
    }

    @Test
    void anActionThatIsRefusedMayBeMadeUpForByHand() {
        powered()
                .event(ACTION_REFUSED, 0, ACTION)
                .event(RELEASE, 0, POWER)
                .failedProbe()
                .end()
                .isClean();
    }

    @Test
    void anActionThatIsRefusedAndNeverRunsBreaksR11() {
        powered()
                .event(ACTION_REFUSED, 0, ACTION)
                .failedProbe()
                .breaks("R11", "the action that devres refused in step 3 never ran");
    }

    @Test
    void memoryThatARefusedActionShouldHaveFreedBreaksR11AtTheEnd() {
        new WrittenTrace()
                .probe()
                .event(EventKind.ALLOC, 0, POWER)
                .event(ACTION_REFUSED, 0, ACTION)
                .failedProbe()
                .end()
                .breaks("R11", "still there when nobody is left");
    }

    @Test
    void withoutAnActionWhatAFailedProbeLeavesBreaksR9() {
        powered().failedProbe().breaks("R9", "still held");
    }

    @Test
    void whatAnActionHasUndoneAndAHandUndoesAgainBreaksR11() {
        run(powered().event(ACTION_REFUSED, 0, ACTION), AT_ONCE)
                .event(RELEASE, 0, POWER)
                .breaks("R11", "an action undoes it too");
    }

    @Test
    void whatAHandHasUndoneAndAnActionUndoesAgainBreaksR11() {
        run(powered().probed().remove().event(RELEASE, 0, POWER), BY_DEVRES).breaks("R11", "an action undoes it too");
    }

    @Test
    void undoingWhatWasNeverDoneBreaksR9InProbe() {
        run(new WrittenTrace().probe(), BY_DEVRES).breaks("R9", "though it was not held");
    }

    @Test
    void releasingTwiceByHandBreaksR10OutsideOfProbe() {
        powered()
                .probed()
                .remove()
                .event(RELEASE, 0, POWER)
                .event(RELEASE, 0, POWER)
                .breaks("R10", "though it was not held");
    }

    @Test
    void aResourceMayBeTakenAgain() {
        powered()
                .event(RELEASE, 0, POWER)
                .event(ACQUIRE, 0, POWER)
                .event(RELEASE, 0, POWER)
                .failedProbe()
                .isClean();
    }

    @Test
    void aScopeGuardThatCleansUpOrIsDismissedIsRight() {
        var cleaned = powered()
                .event(SCOPE_GUARDED, 0, ACTION)
                .event(ACTION_BEGIN, 0, ACTION, BY_SCOPE)
                .event(RELEASE, 0, POWER)
                .event(ACTION_END, 0, ACTION, BY_SCOPE)
                .failedProbe();
        cleaned.isClean();
        assertThat(cleaned.witnesses(List.of("R11", "R18"))).containsExactly("R18");
        powered()
                .event(SCOPE_GUARDED, 0, ACTION)
                .event(SCOPE_DISMISSED, 0, ACTION)
                .probed()
                .isClean();
    }

    @Test
    void aScopeThatIsLeftWithoutCleanUpBreaksR18() {
        powered().event(SCOPE_GUARDED, 0, ACTION).failedProbe().breaks("R18", "neither ran nor was dismissed");
        powered().event(SCOPE_GUARDED, 0, ACTION).probed().breaks("R18", "neither ran nor was dismissed");
    }

    @Test
    void whatAScopeGuardUndoesAndAHandUndoesTooBreaksR18() {
        powered()
                .event(SCOPE_GUARDED, 0, ACTION)
                .event(RELEASE, 0, POWER)
                .event(ACTION_BEGIN, 0, ACTION, BY_SCOPE)
                .event(RELEASE, 0, POWER)
                .breaks("R18", "a scope guard undoes it too");
    }
}
