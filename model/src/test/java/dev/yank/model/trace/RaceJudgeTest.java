package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ARM;
import static dev.yank.model.trace.EventKind.ASYNC_ENTER;
import static dev.yank.model.trace.EventKind.ASYNC_EXIT;
import static dev.yank.model.trace.EventKind.DRAIN_BEGIN;
import static dev.yank.model.trace.EventKind.DRAIN_END;
import static dev.yank.model.trace.EventKind.GUARD_ENTER;
import static dev.yank.model.trace.EventKind.GUARD_EXIT;
import static dev.yank.model.trace.EventKind.JOIN;
import static dev.yank.model.trace.EventKind.LOCK;
import static dev.yank.model.trace.EventKind.OBSERVE;
import static dev.yank.model.trace.EventKind.PUBLISH;
import static dev.yank.model.trace.EventKind.READ;
import static dev.yank.model.trace.EventKind.UNLOCK;
import static dev.yank.model.trace.EventKind.WRITE;
import static dev.yank.model.trace.EventKind.WRITE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RaceJudgeTest {

    private static final int A = 1;
    private static final int B = 2;

    private static Told trace() {
        return new Told();
    }

    @Test
    void twoTasksRaceWhereNothingOrdersThem() {
        assertThat(trace().by(0).access(WRITE, 1).by(1).access(READ, 1).found())
                .containsExactly("K2: task 0 writes x1 plainly in step 1, task 1 reads it plainly in step 2, and"
                        + " nothing orders the two.");
    }

    @ParameterizedTest
    @CsvSource({
        "READ, READ, false",
        "READ, READ_ONCE, false",
        "READ_ONCE, READ_ONCE, false",
        "READ, WRITE, true",
        "READ_ONCE, WRITE, true",
        "LOAD_ACQUIRE, WRITE, true",
        "READ, WRITE_ONCE, true",
        "READ, STORE_RELEASE, true",
        "READ_ONCE, WRITE_ONCE, false",
        "LOAD_ACQUIRE, STORE_RELEASE, false",
        "WRITE, WRITE, true",
        "WRITE, WRITE_ONCE, true",
        "WRITE, STORE_RELEASE, true",
        "WRITE_ONCE, WRITE_ONCE, false",
        "STORE_RELEASE, WRITE_ONCE, false"
    })
    void oneOfTheTwoMustBePlainAndOneAWrite(EventKind one, EventKind other, boolean race) {
        assertThat(trace().by(0).access(one, 1).by(1).access(other, 1).found())
                .as("%s and then %s", one, other)
                .hasSize(race ? 1 : 0);
        assertThat(trace().by(0).access(other, 1).by(1).access(one, 1).found())
                .as("%s and then %s", other, one)
                .hasSize(race ? 1 : 0);
    }

    @Test
    void noTaskRacesWithItselfAndNoPlaceWithAnother() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .access(READ, 1)
                        .access(WRITE, 1)
                        .found())
                .isEmpty();
        assertThat(trace().by(0).access(WRITE, 1).by(1).access(WRITE, 2).found())
                .isEmpty();
        assertThat(trace().by(0).access(WRITE, 0).by(1).access(WRITE, 0).found())
                .isEmpty();
    }

    @Test
    void oneLockOrdersAndTwoDoNot() {
        assertThat(locked(A, A).found()).isEmpty();
        assertThat(locked(A, B).found()).hasSize(1);
    }

    private static Told locked(int one, int other) {
        return trace().by(0)
                .does(LOCK, one)
                .access(WRITE, 1)
                .does(UNLOCK, one)
                .by(1)
                .does(LOCK, other)
                .access(WRITE, 1)
                .does(UNLOCK, other);
    }

    @Test
    void whatIsWrittenAfterTheUnlockIsNotOrdered() {
        assertThat(trace().by(0)
                        .does(LOCK, A)
                        .does(UNLOCK, A)
                        .access(WRITE, 1)
                        .by(1)
                        .does(LOCK, A)
                        .access(READ, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void orderIsHandedOnFromTaskToTask() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .does(PUBLISH, A)
                        .by(1)
                        .does(OBSERVE, A)
                        .does(PUBLISH, B)
                        .by(2)
                        .does(OBSERVE, B)
                        .access(WRITE, 1)
                        .found())
                .isEmpty();
    }

    @Test
    void aWriterIsComparedWithEveryReaderBefore() {
        Told readers = trace().by(0)
                .access(READ, 1)
                .does(PUBLISH, A)
                .by(1)
                .access(READ, 1)
                .by(2)
                .access(READ, 1)
                .does(PUBLISH, A)
                .by(3)
                .does(OBSERVE, A)
                .access(WRITE, 1);
        assertThat(readers.found())
                .singleElement()
                .asString()
                .startsWith("K2: task 1 reads x1 plainly in step 3, task 3");
    }

    @Test
    void aPlainReaderIsComparedWithEveryMarkedWriterBefore() {
        assertThat(trace().by(0)
                        .access(WRITE_ONCE, 1)
                        .by(1)
                        .access(WRITE_ONCE, 1)
                        .does(PUBLISH, A)
                        .by(2)
                        .does(OBSERVE, A)
                        .access(READ, 1)
                        .found())
                .singleElement()
                .asString()
                .startsWith("K2: task 0 writes x1 once in step 1, task 2 reads it plainly");
    }

    @Test
    void aReaderOfAGuardIsOrderedBeforeTheEndOfTheGracePeriod() {
        Told read = trace().by(0).does(GUARD_ENTER, A).access(READ, 1).does(GUARD_EXIT, A);
        assertThat(read.by(1)
                        .does(DRAIN_BEGIN, A)
                        .does(DRAIN_END, A)
                        .access(WRITE, 1)
                        .found())
                .isEmpty();
        assertThat(trace().by(0)
                        .does(GUARD_ENTER, A)
                        .access(READ, 1)
                        .does(GUARD_EXIT, A)
                        .by(1)
                        .access(WRITE, 1)
                        .does(DRAIN_BEGIN, A)
                        .does(DRAIN_END, A)
                        .found())
                .hasSize(1);
    }

    @Test
    void aReaderThatEntersDuringAGracePeriodSeesWhatCameBeforeIt() {
        assertThat(trace().by(1)
                        .access(WRITE, 1)
                        .does(DRAIN_BEGIN, A)
                        .by(0)
                        .does(GUARD_ENTER, A)
                        .access(READ, 1)
                        .found())
                .isEmpty();
    }

    @Test
    void readersOfAGuardAreNotOrderedAmongEachOther() {
        assertThat(trace().by(0)
                        .does(GUARD_ENTER, A)
                        .access(WRITE, 1)
                        .does(GUARD_EXIT, A)
                        .by(1)
                        .does(GUARD_ENTER, A)
                        .access(READ, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void whoeverLocksForWritingComesAfterThoseWhoReadUnderTheSemaphore() {
        assertThat(trace().by(0)
                        .does(GUARD_ENTER, A)
                        .access(READ, 1)
                        .does(GUARD_EXIT, A)
                        .by(1)
                        .does(LOCK, A)
                        .access(WRITE, 1)
                        .found())
                .isEmpty();
    }

    @Test
    void aCallbackComesAfterItsArmingAndBeforeWhoeverWaitsForItsEnd() {
        Told armed = trace().by(0)
                .access(WRITE, 1)
                .does(ARM, A)
                .by(1)
                .does(ASYNC_ENTER, A)
                .access(READ, 1)
                .access(WRITE, 2)
                .does(ASYNC_EXIT, A);
        assertThat(armed.by(0).does(JOIN, A).access(WRITE, 2).found()).isEmpty();
        assertThat(trace().by(1)
                        .does(ASYNC_ENTER, A)
                        .access(WRITE, 2)
                        .does(ASYNC_EXIT, A)
                        .by(0)
                        .does(OBSERVE, A)
                        .access(WRITE, 2)
                        .found())
                .hasSize(1);
    }
}
