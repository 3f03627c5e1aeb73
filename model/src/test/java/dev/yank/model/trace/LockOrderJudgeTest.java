package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ASYNC_ENTER;
import static dev.yank.model.trace.EventKind.ASYNC_EXIT;
import static dev.yank.model.trace.EventKind.DRAIN_BEGIN;
import static dev.yank.model.trace.EventKind.DRAIN_END;
import static dev.yank.model.trace.EventKind.GUARD_ENTER;
import static dev.yank.model.trace.EventKind.GUARD_EXIT;
import static dev.yank.model.trace.EventKind.JOIN;
import static dev.yank.model.trace.EventKind.LOCK;
import static dev.yank.model.trace.EventKind.UNLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.rule.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockOrderJudgeTest {

    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 3;

    private static final int SPINS = 1;
    private static final int INTERRUPTS_OFF = 2;
    private static final int TIMERS_OFF = 4;
    private static final int IN_INTERRUPT = 8;
    private static final int IN_TIMER = 16;

    private static Told trace() {
        return new Told();
    }

    private static Told nested(Told told, int outer, int inner) {
        return told.does(LOCK, outer).does(LOCK, inner).does(UNLOCK, inner).does(UNLOCK, outer);
    }

    @Test
    void twoOrdersAreADeadlockThatCanHappen() {
        Told told = nested(nested(trace().by(0), A, B).by(1), B, A);
        assertThat(told.found())
                .containsExactly(
                        "K3: Potential deadlock: task 0 took B in step 2 while it had A since step 1, task 1 took A in"
                            + " step 6 while it had B since step 5: at the same time each can wait for the other for"
                            + " ever.");
    }

    @Test
    void oneOrderIsNone() {
        assertThat(nested(nested(trace().by(0), A, B).by(1), A, B).found()).isEmpty();
        assertThat(nested(nested(nested(trace().by(0), A, B).by(1), B, C).by(2), A, C)
                        .found())
                .isEmpty();
    }

    @Test
    void whoeverOnlyTriesNeverWaits() {
        int tried = 32;
        Told told = nested(trace().by(0), A, B).by(1).does(LOCK, B);
        assertThat(told.does(LOCK, A, tried, "").found()).isEmpty();
        Told held = trace().by(0)
                .does(LOCK, A, tried, "")
                .does(LOCK, B)
                .does(UNLOCK, B)
                .does(UNLOCK, A);
        assertThat(nested(held.by(1), B, A).found())
                .as("what was tried is held")
                .hasSize(1);
    }

    @Test
    void aCircleMayBeLong() {
        assertThat(nested(nested(nested(trace().by(0), A, B).by(1), B, C).by(2), C, A)
                        .found())
                .singleElement()
                .asString()
                .contains("task 0 took B", "task 1 took C", "task 2 took A");
    }

    @Test
    void aLockThatWasGivenBackIsNotHeld() {
        assertThat(trace().by(0)
                        .does(LOCK, A)
                        .does(UNLOCK, A)
                        .does(LOCK, B)
                        .does(UNLOCK, B)
                        .does(LOCK, A)
                        .does(UNLOCK, A)
                        .found())
                .isEmpty();
    }

    @Test
    void locksMayBeGivenBackInAnyOrder() {
        Told told = trace().by(0).does(LOCK, A).does(LOCK, B).does(UNLOCK, A).does(UNLOCK, B);
        assertThat(told.does(LOCK, C).does(LOCK, A).found()).isEmpty();
    }

    @Test
    void locksOfOneDeclarationAreOneClass() {
        int declaration = 7 << 6;
        Told told = trace().by(0)
                .does(LOCK, A)
                .does(LOCK, B, declaration, "")
                .does(UNLOCK, B)
                .does(UNLOCK, A)
                .by(1)
                .does(LOCK, C, declaration, "");
        assertThat(told.does(LOCK, A).found()).singleElement().asString().contains("had C since step 5");
        assertThat(trace().by(0)
                        .does(LOCK, B, declaration, "")
                        .does(LOCK, C, declaration, "")
                        .found())
                .as("nesting within a class, which has an order of its own")
                .isEmpty();
    }

    @Test
    void enteringAGuardNeverWaitsButWaitingForItsReadersDoes() {
        Told reader = trace().by(0)
                .does(GUARD_ENTER, A)
                .does(LOCK, B)
                .does(UNLOCK, B)
                .does(GUARD_EXIT, A)
                .by(1)
                .does(LOCK, B);
        assertThat(reader.does(GUARD_ENTER, A).does(GUARD_EXIT, A).found()).isEmpty();
        assertThat(reader.does(DRAIN_BEGIN, A).does(DRAIN_END, A).found())
                .singleElement()
                .asString()
                .startsWith("K3: Potential deadlock: task 0 took B");
    }

    @Test
    void enteringASemaphoreCanWait() {
        Told reader = trace().by(0)
                .does(GUARD_ENTER, A, -1, "")
                .does(LOCK, B)
                .does(UNLOCK, B)
                .does(GUARD_EXIT, A)
                .by(1)
                .does(LOCK, B);
        assertThat(reader.does(GUARD_ENTER, A, -1, "").found()).hasSize(1);
    }

    @Test
    void readingTwiceUnderOneSemaphoreCanWaitForAWriterInBetween() {
        assertThat(trace().by(0)
                        .does(GUARD_ENTER, A, -1, "")
                        .does(GUARD_ENTER, A, -1, "")
                        .found())
                .singleElement()
                .asString()
                .startsWith("K3: Potential deadlock: task 0 took A in step 2 while it had it already");
        assertThat(trace().by(0).does(GUARD_ENTER, A).does(GUARD_ENTER, A).found())
                .isEmpty();
    }

    @Test
    void waitingForTheEndOfACallbackWithALockThatItTakes() {
        Told work = trace().by(0)
                .does(ASYNC_ENTER, A)
                .does(LOCK, B)
                .does(UNLOCK, B)
                .does(ASYNC_EXIT, A)
                .by(1);
        assertThat(work.does(JOIN, A).does(LOCK, B).does(UNLOCK, B).found()).isEmpty();
        assertThat(work.does(LOCK, B).does(JOIN, A).found()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "2, false", "4, true", "6, false"})
    void whatAnInterruptTakesIsTakenWithInterruptsOff(int off, boolean accused) {
        Told handlerLast = trace().by(0).does(LOCK, A, SPINS | off, "").does(UNLOCK, A);
        handlerLast.by(1).does(LOCK, A, SPINS | INTERRUPTS_OFF | IN_INTERRUPT, "");
        assertThat(handlerLast.found()).hasSize(accused ? 1 : 0);
        Told handlerFirst = trace().by(1)
                .does(LOCK, A, SPINS | INTERRUPTS_OFF | IN_INTERRUPT, "")
                .does(UNLOCK, A);
        handlerFirst.by(0).does(LOCK, A, SPINS | off, "");
        assertThat(handlerFirst.found()).hasSize(accused ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "2, false", "4, false"})
    void whatATimerTakesIsTakenWithTimersOff(int off, boolean accused) {
        Told told = trace().by(0).does(LOCK, A, SPINS | off, "").does(UNLOCK, A);
        told.by(1).does(LOCK, A, SPINS | TIMERS_OFF | IN_TIMER, "");
        assertThat(told.found()).hasSize(accused ? 1 : 0);
        if (accused) {
            assertThat(told.found())
                    .containsExactly(
                            "K3: Potential deadlock: task 1 took A in step 3, and task 0 took it in step 1 with"
                                    + " timers on: on one processor the first would wait for the second for ever.");
        }
    }

    @Test
    void anInterruptMayTakeWhatATimerTakesWithInterruptsOff() {
        assertThat(trace().by(0)
                        .does(LOCK, A, SPINS | INTERRUPTS_OFF | TIMERS_OFF | IN_TIMER, "")
                        .does(UNLOCK, A)
                        .by(1)
                        .does(LOCK, A, SPINS | INTERRUPTS_OFF | IN_INTERRUPT, "")
                        .found())
                .isEmpty();
        assertThat(trace().by(0)
                        .does(LOCK, A, SPINS | TIMERS_OFF | IN_TIMER, "")
                        .does(UNLOCK, A)
                        .by(1)
                        .does(LOCK, A, SPINS | INTERRUPTS_OFF | IN_INTERRUPT, "")
                        .found())
                .singleElement()
                .asString()
                .contains("with interrupts on");
    }

    @Test
    void nothingIsLeftOfOneExecutionInTheNext() {
        var judge = new TraceJudge(Policy.DEFAULT);
        judge.begin();
        judge.event(1, LOCK, 0, A, SPINS, "");
        judge.event(2, LOCK, 0, B, SPINS, "");
        assertThat(judge.witnessed() & RuleIds.K3.bit()).isNotZero();
        judge.begin();
        assertThat(judge.witnessed() & RuleIds.K3.bit()).isZero();
        judge.event(1, LOCK, 0, B, SPINS | INTERRUPTS_OFF | IN_INTERRUPT, "");
        judge.event(2, LOCK, 0, A, SPINS | INTERRUPTS_OFF | IN_INTERRUPT, "");
        assertThat(judge.hasHazard()).isFalse();
    }

    @Test
    void moreLocksThanThereIsRoomForAreLetGo() {
        Told told = trace().by(0);
        for (int lock = 1; lock < 100; lock++) {
            told.does(LOCK, lock);
        }
        assertThat(told.found()).isEmpty();
        for (int lock = 99; lock > 0; lock--) {
            told.does(UNLOCK, lock);
        }
        assertThat(nested(told, B, A).found()).hasSize(1);
    }
}
