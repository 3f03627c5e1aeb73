package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ASYNC_ENTER;
import static dev.yank.model.trace.EventKind.BLOCK;
import static dev.yank.model.trace.EventKind.GUARD_ENTER;
import static dev.yank.model.trace.EventKind.LOCK;
import static dev.yank.model.trace.EventKind.READ;
import static dev.yank.model.trace.EventKind.READ_ONCE;
import static dev.yank.model.trace.EventKind.STUCK;
import static dev.yank.model.trace.EventKind.WAKE;
import static dev.yank.model.trace.EventKind.WAKE_NOBODY;
import static dev.yank.model.trace.EventKind.WRITE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.rule.Policy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaitsForTest {

    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 3;
    private static final int ASLEEP = 1;

    private static Told trace() {
        return new Told();
    }

    @Test
    void twoTasksThatWaitForEachOtherAreACircle() {
        Told told = trace().by(0).does(LOCK, A).by(1).does(LOCK, B);
        told.by(0).does(STUCK, B, 0, "a mutex").by(1).does(STUCK, A, 0, "a mutex");
        assertThat(told.foundTogether())
                .containsExactly(
                        "R29: task 0 can never go on: it waits for a mutex. Deadlock: task 0 has A and waits for B,"
                                + " task 1 has B and waits for A.",
                        "R29: task 1 can never go on: it waits for a mutex. Deadlock: task 1 has B and waits for A,"
                                + " task 0 has A and waits for B.");
    }

    @Test
    void whoeverWaitsForTheCircleIsNotInIt() {
        Told told = trace().by(0).does(LOCK, A).by(1).does(LOCK, B).by(2).does(LOCK, C);
        told.by(2).does(STUCK, A, 0, "a mutex");
        told.by(0).does(STUCK, B, 0, "a mutex").by(1).does(STUCK, A, 0, "a mutex");
        assertThat(told.foundTogether().getFirst())
                .isEqualTo("R29: task 2 can never go on: it waits for a mutex. Deadlock: task 0 has A and waits for B,"
                        + " task 1 has B and waits for A.");
    }

    @Test
    void aTaskCanWaitForItself() {
        Told told = trace().by(0).does(LOCK, A).does(STUCK, A, 0, "a spinlock");
        assertThat(told.foundTogether())
                .containsExactly(
                        "R29: task 0 can never go on: it waits for a spinlock. Deadlock: task 0 has A already and"
                                + " waits for itself.");
    }

    @Test
    void aChainEndsAtASleeper() {
        Told told = trace().by(0).does(GUARD_ENTER, A).does(BLOCK, B, 0, "a wake-up");
        told.by(1).does(STUCK, A, 0, "an SRCU grace period");
        told.by(0).does(STUCK, B, ASLEEP, "a wake-up");
        assertThat(told.foundTogether().getFirst())
                .isEqualTo("R29: task 1 can never go on: it waits for an SRCU grace period. task 0 is inside and waits"
                        + " for a wake-up: nobody ever wakes it.");
    }

    @Test
    void aCallbackIsWhatOneIsInsideOf() {
        Told told = trace().by(0).does(ASYNC_ENTER, A, 0, "a work item").by(1).does(LOCK, B);
        told.by(1).does(STUCK, A, 0, "a work item to end").by(0).does(STUCK, B, 0, "a mutex");
        assertThat(told.foundTogether().getFirst())
                .endsWith("Deadlock: task 1 has B and waits for A, task 0 has A and waits for B.");
    }

    @Test
    void aLockThatWasNeverGivenBack() {
        Told told = trace().by(0).does(LOCK, A).by(1).does(STUCK, A, 0, "a mutex");
        assertThat(told.foundTogether())
                .containsExactly("R29: task 1 can never go on: it waits for a mutex. task 0 never gave A back.");
    }

    @Test
    void aWakeUpIsLostWhereTheConditionChangesAndNobodyWakes() {
        Told told = trace().by(0)
                .access(READ, 5)
                .access(READ_ONCE, 6)
                .does(BLOCK, A, 0, "a wake-up")
                .by(1)
                .access(WRITE_ONCE, 6)
                .by(0)
                .does(STUCK, A, ASLEEP, "a wake-up");
        assertThat(told.foundTogether())
                .containsExactly(
                        "R29: task 0 can never go on: it waits for a wake-up. Lost wake-up: task 1 changed x6 in"
                                + " step 4, which it had looked at before it slept in step 3, and woke nobody.");
    }

    @Test
    void aWakeUpThatCameTooEarlyIsNamed() {
        for (EventKind kind : List.of(WAKE, WAKE_NOBODY)) {
            Told told = trace().by(1)
                    .access(WRITE_ONCE, 6)
                    .does(kind, A)
                    .by(0)
                    .access(READ_ONCE, 6)
                    .does(BLOCK, A, 0, "a wake-up")
                    .does(STUCK, A, ASLEEP, "a wake-up");
            assertThat(told.foundTogether())
                    .containsExactly(
                            "R29: task 0 can never go on: it waits for a wake-up. Lost wake-up: the last wake-up"
                                    + " came in step 2, before it slept in step 4.");
        }
    }

    @Test
    void whatTheSleeperChangedItselfIsNoNews() {
        Told told = trace().by(0)
                .access(READ_ONCE, 6)
                .does(BLOCK, A, 0, "a wake-up")
                .access(WRITE_ONCE, 6)
                .does(STUCK, A, ASLEEP, "a wake-up");
        assertThat(told.foundTogether()).singleElement().asString().endsWith("Lost wake-up: nobody ever wakes it.");
    }

    @Test
    void nothingIsLeftOfOneExecutionInTheNext() {
        var judge = new TraceJudge(Policy.DEFAULT);
        List<String> sentences = new ArrayList<>();
        for (int execution = 0; execution < 2; execution++) {
            judge.begin();
            if (execution == 0) {
                judge.event(1, LOCK, 1, A, 0, "");
                judge.event(2, READ, 0, 0, 6, "x");
                judge.event(3, WAKE, 1, B, 0, "");
                judge.event(4, BLOCK, 0, B, 0, "");
                judge.event(5, WRITE_ONCE, 1, 0, 6, "x");
            }
            judge.event(6, STUCK, 0, B, ASLEEP, "a wake-up");
            judge.event(7, STUCK, 2, A, 0, "a mutex");
            judge.findings(Told.NAMES).forEach(finding -> sentences.add(finding.sentence()));
        }
        assertThat(sentences.get(0)).contains("task 1 changed x");
        assertThat(sentences.get(1)).contains("task 1 never gave A back");
        assertThat(sentences.get(2)).endsWith("Lost wake-up: nobody ever wakes it.");
        assertThat(sentences.get(3)).endsWith("it waits for a mutex.");
    }
}
