package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.ARM;
import static dev.yank.model.trace.EventKind.ASYNC_ENTER;
import static dev.yank.model.trace.EventKind.ASYNC_EXIT;
import static dev.yank.model.trace.EventKind.DRAIN_BEGIN;
import static dev.yank.model.trace.EventKind.DRAIN_END;
import static dev.yank.model.trace.EventKind.EXCHANGE;
import static dev.yank.model.trace.EventKind.FILE_LAST_PUT;
import static dev.yank.model.trace.EventKind.FORK;
import static dev.yank.model.trace.EventKind.GUARD_ENTER;
import static dev.yank.model.trace.EventKind.GUARD_EXIT;
import static dev.yank.model.trace.EventKind.JOIN;
import static dev.yank.model.trace.EventKind.LOAD_ACQUIRE;
import static dev.yank.model.trace.EventKind.LOCK;
import static dev.yank.model.trace.EventKind.MISUSE;
import static dev.yank.model.trace.EventKind.OBSERVE;
import static dev.yank.model.trace.EventKind.OPERATION_ENTER;
import static dev.yank.model.trace.EventKind.OPERATION_EXIT;
import static dev.yank.model.trace.EventKind.PUBLISH;
import static dev.yank.model.trace.EventKind.READ;
import static dev.yank.model.trace.EventKind.REF_DEC;
import static dev.yank.model.trace.EventKind.REF_INC;
import static dev.yank.model.trace.EventKind.SETTLED;
import static dev.yank.model.trace.EventKind.STORE_RELEASE;
import static dev.yank.model.trace.EventKind.UNLOCK;
import static dev.yank.model.trace.EventKind.WAKE;
import static dev.yank.model.trace.EventKind.WRITE;
import static dev.yank.model.trace.EventKind.WRITE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.rule.Policy;
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

    @Test
    void theLastPutComesAfterEveryOtherPut() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .does(REF_DEC, A, 2, "")
                        .by(1)
                        .does(REF_DEC, A, 1, "")
                        .access(WRITE, 1)
                        .found())
                .isEmpty();
    }

    @Test
    void getsAndPutsThatAreNotTheLastOrderNothing() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .does(REF_DEC, A, 3, "")
                        .by(1)
                        .does(REF_DEC, A, 2, "")
                        .access(WRITE, 1)
                        .found())
                .hasSize(1);
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .does(REF_INC, A, 1, "")
                        .by(1)
                        .does(REF_INC, A, 2, "")
                        .access(WRITE, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void aWakeUpOrdersAndAnAtomicChangeDoes() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .does(WAKE, A)
                        .by(1)
                        .does(OBSERVE, A)
                        .access(READ, 1)
                        .found())
                .isEmpty();
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .does(EXCHANGE, A)
                        .by(1)
                        .does(EXCHANGE, A)
                        .access(READ, 1)
                        .found())
                .isEmpty();
    }

    @Test
    void aTaskComesAfterWhatItsStarterDidBefore() {
        Told started = trace().by(0).access(WRITE, 1).does(FORK, 0, 1, "a task");
        assertThat(started.by(1).access(READ, 1).found()).isEmpty();
        assertThat(trace().by(0)
                        .does(FORK, 0, 1, "a task")
                        .access(WRITE, 1)
                        .by(1)
                        .access(READ, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void newTasksComeAfterEverybodyHasComeToRest() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .by(1)
                        .access(WRITE, 2)
                        .does(SETTLED, 0)
                        .by(2)
                        .access(WRITE, 1)
                        .by(3)
                        .access(WRITE, 2)
                        .found())
                .isEmpty();
        assertThat(trace().by(0)
                        .does(SETTLED, 0)
                        .by(2)
                        .access(WRITE, 1)
                        .by(3)
                        .access(WRITE, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void aStoreThatReleasesOrdersWithTheLoadThatSeesIt() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .access(STORE_RELEASE, 2)
                        .by(1)
                        .access(LOAD_ACQUIRE, 2)
                        .access(READ, 1)
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"WRITE_ONCE, LOAD_ACQUIRE", "STORE_RELEASE, READ_ONCE", "WRITE_ONCE, READ_ONCE"})
    void aMarkThatDoesNotOrderDoesNotOrder(EventKind store, EventKind load) {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .access(store, 2)
                        .by(1)
                        .access(load, 2)
                        .access(READ, 1)
                        .found())
                .singleElement()
                .asString()
                .startsWith("K2: task 0 writes x1 plainly in step 1");
    }

    @Test
    void aLoadDoesNotSeeAReleaseThatWasOverwritten() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .access(STORE_RELEASE, 2)
                        .by(1)
                        .access(WRITE_ONCE, 2)
                        .by(2)
                        .access(LOAD_ACQUIRE, 2)
                        .access(READ, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void operationsComeAfterTheOpenOfTheirFileAndBeforeItsLastPut() {
        assertThat(trace().by(0)
                        .does(OPERATION_ENTER, A, EntryPoint.OPEN.ordinal(), "open")
                        .access(WRITE, 1)
                        .does(OPERATION_EXIT, A, 0, "open")
                        .by(1)
                        .does(OPERATION_ENTER, A, EntryPoint.READ.ordinal(), "read")
                        .access(WRITE, 1)
                        .does(OPERATION_EXIT, A, 0, "read")
                        .by(2)
                        .does(FILE_LAST_PUT, A)
                        .access(WRITE, 1)
                        .found())
                .isEmpty();
    }

    @Test
    void operationsOnOneFileAreNotOrderedAmongEachOther() {
        assertThat(trace().by(1)
                        .does(OPERATION_ENTER, A, EntryPoint.READ.ordinal(), "read")
                        .access(WRITE, 1)
                        .does(OPERATION_EXIT, A, 0, "read")
                        .by(2)
                        .does(OPERATION_ENTER, A, EntryPoint.READ.ordinal(), "read")
                        .access(WRITE, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void theFirstRaceIsNamedAndAnyOtherFindingComesInstead() {
        Told races = trace().by(0)
                .access(WRITE, 1)
                .access(WRITE, 2)
                .by(1)
                .access(READ, 2)
                .access(READ, 1);
        assertThat(races.found()).singleElement().asString().contains("x2");
        assertThat(races.does(MISUSE, A, 0, "something else").found()).containsExactly("K1: task 1: something else.");
    }

    @Test
    void nothingIsLeftOfOneExecutionInTheNext() {
        var judge = new TraceJudge(Policy.DEFAULT);
        for (int execution = 0; execution < 2; execution++) {
            judge.begin();
            judge.event(1, LOCK, execution, A, 0, "");
            judge.event(2, WRITE, execution, 0, 1, "x");
            judge.event(3, UNLOCK, execution, A, 0, "");
            judge.event(4, FORK, execution, 0, 7, "");
            assertThat(judge.hasHazard()).isFalse();
            assertThat(judge.witnessed() & RuleIds.K2.bit()).isZero();
        }
        judge.event(5, READ, 0, 0, 1, "x");
        assertThat(judge.hasHazard()).isTrue();
        assertThat(judge.hasFindings()).isFalse();
        assertThat(judge.witnessed() & RuleIds.K2.bit()).isNotZero();
    }

    @Test
    void asManyTasksAndObjectsAsAnExecutionMayHave() {
        Told many = trace();
        for (int task = 0; task < 100; task++) {
            many.by(task);
            for (int object = 1; object < 80; object++) {
                many.does(LOCK, object).does(UNLOCK, object);
            }
            many.access(WRITE, 1).access(READ, 2).does(PUBLISH, 80);
        }
        assertThat(many.by(0).does(OBSERVE, 80).access(WRITE, 2).found())
                .singleElement()
                .asString()
                .startsWith("K2: task 0 writes x1 plainly in step");
    }
}
